package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.notifier.edge.callback.References;
import java.time.InstantSource;

/**
 * What all channels share: it outlives any Kafka client.
 *
 * @param references providers' names for what they took
 */
record Sending(
    Results results,
    InstantSource clock,
    MeterRegistry meters,
    References references,
    NotifierSettings settings) {}
