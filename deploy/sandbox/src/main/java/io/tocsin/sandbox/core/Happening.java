package io.tocsin.sandbox.core;

import java.time.Instant;

/**
 * Something that happens at a provider.
 *
 * @param id of what tells of it: the same for a repeated delivery
 */
public record Happening(String id, Instant at) {}
