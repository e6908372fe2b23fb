package io.tocsin.contracts.events;

/**
 * Why something was decided: a stable name for rules, metrics and tests ({@code not-acknowledged}),
 * and the sentence that a person reads.
 */
public record Reason(String name, String text) {}
