package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.provider.Stripes;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What all channels share: it outlives any Kafka client.
 *
 * @param references providers' names for what they took
 * @param owedAgain how long what is owed to a provider waits for its next try
 */
record Sending(
    Stripes stripes,
    Results results,
    InstantSource clock,
    MeterRegistry meters,
    References references,
    Duration owedAgain) {}
