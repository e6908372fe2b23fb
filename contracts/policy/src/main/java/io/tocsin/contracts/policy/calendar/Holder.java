package io.tocsin.contracts.policy.calendar;

/** Who holds a role, and why. */
public record Holder(String person, Why why) {}
