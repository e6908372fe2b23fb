package io.tocsin.alertingest.edge.canary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.alertingest.core.canary.CanaryWatch;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds among the receipts of all notifications those of canaries that were delivered. */
final class CanaryReturns {
  private static final Logger log = LoggerFactory.getLogger(CanaryReturns.class);
  private static final JsonSerde<DeliveryReceipt> RECEIPT = Topics.DELIVERY_RECEIPTS.serde();

  private final CanaryWatch watch;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Timer way;

  /**
   * @param wall the wall clock, by which canaries are dated
   */
  CanaryReturns(
      CanaryWatch watch, InstantSource clock, InstantSource wall, MeterRegistry registry) {
    this.watch = watch;
    this.clock = clock;
    this.wall = wall;
    this.way =
        Timer.builder("tocsin.canary.latency")
            .description("From ingest to the receipt of the test receiver, in Kafka")
            .serviceLevelObjectives(
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120))
            .register(registry);
  }

  void enter(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null || record.value() == null || !Canary.owns(record.key())) {
      return;
    }
    try {
      enter(RECEIPT.value(record.value()));
    } catch (RuntimeException e) {
      log.error("the receipt of canary {} cannot be read", record.key(), e);
    }
  }

  private void enter(DeliveryReceipt receipt) {
    if (receipt.outcome() != DeliveryReceipt.Outcome.DELIVERED) {
      log.warn("canary {} did not come through: {}", receipt.incident(), receipt.reason().text());
      return;
    }
    Duration between = Duration.between(Canary.sentAt(receipt.incident()), wall.instant());
    Duration took = between.isNegative() ? Duration.ZERO : between;
    way.record(took);
    Canary.of(receipt.incident())
        .ifPresent(canary -> watch.cameThrough(canary, took, clock.instant()));
  }
}
