package io.tocsin.chaos.core;

import java.time.Instant;

/**
 * Text that somebody could read.
 *
 * @param where the file or address, for the one who reads the verdict
 */
public record Writing(Secret.Place place, String where, Instant at, String text) {}
