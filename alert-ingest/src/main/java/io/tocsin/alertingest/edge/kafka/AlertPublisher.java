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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts alerts and quarantine into Kafka. Its caller is Netty's event loop, so the producer must not
 * block ({@link KafkaConfiguration}) and refuses instead while it lacks a topic's metadata, as it
 * may for a moment when a broker goes: {@link Patience} then tries again a little later.
 */
public final class AlertPublisher {
  static final String UNREADABLE = "unreadable";

  private static final long MAX_WAITING_BYTES = 16L * 1024 * 1024;
  private static final JsonSerde<Alert> ALERT = Topics.ALERTS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.QUARANTINE.serde();

  private final KafkaTemplate<String, byte[]> kafka;
  private final KafkaWatch watch;
  private final Patience patience;
  private final AtomicLong waitingBytes = new AtomicLong();

  AlertPublisher(KafkaTemplate<String, byte[]> kafka, KafkaWatch watch, Patience patience) {
    this.kafka = kafka;
    this.watch = watch;
    this.patience = patience;
  }

  /** Completes when Kafka has all of {@code result}; fails with {@link KafkaAway} otherwise. */
  public CompletableFuture<Void> publish(
      String integration, ParseResult result, Instant now, TraceParent trace) {
    List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
    for (Alert alert : result.alerts()) {
      messages.add(
          Message.of("alert", integration, alert.id().value(), alert.occurredAt(), trace)
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
    return Message.of("rejected", integration, id, now, trace)
        .on(Topics.QUARANTINE.name(), integration + ":" + id, REJECTED.bytes(rejected), now);
  }

  private CompletableFuture<Void> sendAll(List<ProducerRecord<String, byte[]>> messages) {
    long bytes = messages.stream().mapToLong(message -> message.value().length).sum();
    if (waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      return CompletableFuture.failedFuture(
          new KafkaAway("too much is waiting for Kafka already", null));
    }
    return CompletableFuture.allOf(
            messages.stream()
                .map(message -> patience.until(() -> sendNow(message)))
                .toArray(CompletableFuture[]::new))
        .whenComplete((sent, failed) -> settle(bytes, failed));
  }

  /** Empty when the producer is not ready to take it. */
  private Optional<CompletableFuture<?>> sendNow(ProducerRecord<String, byte[]> message) {
    if (!watch.isWarm()) {
      return Optional.empty();
    }
    try {
      return Optional.of(kafka.send(message));
    } catch (KafkaException e) {
      return Optional.empty();
    }
  }

  private void settle(long bytes, @Nullable Throwable failed) {
    waitingBytes.addAndGet(-bytes);
    if (failed == null) {
      watch.tookRecord();
    } else {
      watch.tookNoRecord();
    }
  }
}
