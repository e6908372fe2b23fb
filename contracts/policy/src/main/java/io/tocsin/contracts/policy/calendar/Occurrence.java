package io.tocsin.contracts.policy.calendar;

/** One time that an event runs. */
public record Occurrence(String summary, Interval when) {}
