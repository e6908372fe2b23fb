package io.tocsin.statuspage.core;

import java.time.Instant;

/** A public phase and when it began. */
public record PhaseChange(Phase phase, Instant at) {}
