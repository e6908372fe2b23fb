package io.tocsin.contracts.events;

/** A place to look: text as a person reads it, and the address. */
public record Link(String text, String href) {}
