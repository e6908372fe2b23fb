package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.notifier.edge.provider.Stripes;
import java.time.InstantSource;

/** What all channels share: it outlives any Kafka client. */
record Sending(Stripes stripes, Results results, InstantSource clock, MeterRegistry meters) {}
