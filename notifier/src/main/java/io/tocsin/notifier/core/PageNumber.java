package io.tocsin.notifier.core;

import io.tocsin.contracts.events.IncidentId;

/** A page that must ring, as the engine counts them: its provider's key is made of these two. */
public record PageNumber(IncidentId incident, int n) {}
