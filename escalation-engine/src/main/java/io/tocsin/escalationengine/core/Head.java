package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.IncidentId;

/**
 * What a grouping key has come to: its last incident and how many there were.
 *
 * @param occurrences incidents of this grouping key so far, the last one included
 */
public record Head(IncidentId last, int occurrences) {}
