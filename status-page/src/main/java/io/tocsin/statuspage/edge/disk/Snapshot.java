package io.tocsin.statuspage.edge.disk;

import io.tocsin.statuspage.core.PublicState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept on disk.
 *
 * @param knownAt until when all that happened is in it; null when Kafka was never heard
 */
public record Snapshot(PublicState state, @Nullable Instant knownAt) {}
