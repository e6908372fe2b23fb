package io.tocsin.contracts.policy.yaml;

/** What is wrong with one component of a section. */
public record Flaw(Object where, String component, String message, String remedy) {}
