package io.tocsin.chaos.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in a topic.
 *
 * @param timestamp the record's own, as its producer set it
 * @param value null for a tombstone
 */
public record Stored<V>(
    String topic, int partition, long offset, Instant timestamp, String key, @Nullable V value) {}
