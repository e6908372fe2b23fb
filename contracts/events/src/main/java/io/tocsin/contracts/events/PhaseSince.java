package io.tocsin.contracts.events;

import java.time.Instant;

/** A phase that an incident entered, and when. */
public record PhaseSince(Phase phase, Instant since) {}
