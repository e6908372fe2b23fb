package io.tocsin.alertingest.edge.kafka;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.ParseResult.Unusable;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts alerts and quarantine into Kafka. Never blocks its caller, which is Netty's event loop: a
 * producer blocks only while it lacks a topic's metadata or buffer space, so nothing is sent before
 * {@link KafkaWatch} has the metadata, and no more than a part of the buffer is ever filled.
 */
public final class AlertPublisher {
  static final String UNREADABLE = "unreadable";

  private static final long MAX_WAITING_BYTES = 16L * 1024 * 1024;
  private static final JsonSerde<Alert> ALERT = Topics.ALERTS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.QUARANTINE.serde();

  private final KafkaTemplate<String, byte[]> kafka;
  private final KafkaWatch watch;
  private final AtomicLong waitingBytes = new AtomicLong();

  public AlertPublisher(KafkaTemplate<String, byte[]> kafka, KafkaWatch watch) {
    this.kafka = kafka;
    this.watch = watch;
  }

  /** Completes when Kafka has all of {@code result}; fails with {@link KafkaAway} otherwise. */
  public CompletableFuture<Void> publish(
      String integration, ParseResult result, Instant now, TraceParent trace) {
    List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
    for (Alert alert : result.alerts()) {
      messages.add(
          new CloudEvent(
                  alert.id().value(), CloudEvent.ALERT, integration, alert.occurredAt(), trace)
              .on(Topics.ALERTS.name(), alert.key().value(), ALERT.bytes(alert), now));
    }
    for (Unusable unusable : result.unusable()) {
      byte[] raw = unusable.text().getBytes(StandardCharsets.UTF_8);
      messages.add(rejected(integration, unusable.reason(), raw, now, trace));
    }
    return sendAll(messages);
  }

  /** Keeps a whole body that nobody understood, as it came. */
  public CompletableFuture<Void> quarantine(
      String integration, String reason, byte[] body, Instant now, TraceParent trace) {
    return sendAll(List.of(rejected(integration, reason, body, now, trace)));
  }

  private static ProducerRecord<String, byte[]> rejected(
      String integration, String reason, byte[] body, Instant now, TraceParent trace) {
    Rejected rejected = Rejected.of(integration, new Reason(UNREADABLE, reason), body, now);
    String id = UUID.randomUUID().toString();
    return new CloudEvent(id, CloudEvent.REJECTED, integration, now, trace)
        .on(Topics.QUARANTINE.name(), integration + ":" + id, REJECTED.bytes(rejected), now);
  }

  private CompletableFuture<Void> sendAll(List<ProducerRecord<String, byte[]>> messages) {
    if (!watch.isWarm()) {
      return CompletableFuture.failedFuture(new KafkaAway(watch.trouble(), null));
    }
    long bytes = messages.stream().mapToLong(message -> message.value().length).sum();
    if (waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      return CompletableFuture.failedFuture(
          new KafkaAway("too much is waiting for Kafka already", null));
    }
    return CompletableFuture.allOf(
            messages.stream().map(this::send).toArray(CompletableFuture[]::new))
        .whenComplete((sent, failed) -> settle(bytes, failed));
  }

  private CompletableFuture<?> send(ProducerRecord<String, byte[]> message) {
    try {
      return kafka
          .send(message)
          .exceptionallyCompose(
              failed ->
                  CompletableFuture.failedFuture(new KafkaAway("Kafka took no record", failed)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(new KafkaAway("Kafka took no record", e));
    }
  }

  private void settle(long bytes, @Nullable Throwable failed) {
    waitingBytes.addAndGet(-bytes);
    if (failed == null) {
      watch.heard();
    } else {
      watch.failed();
    }
  }
}
