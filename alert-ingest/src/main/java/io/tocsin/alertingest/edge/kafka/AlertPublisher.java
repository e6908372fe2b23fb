package io.tocsin.alertingest.edge.kafka;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.ParseResult.Unusable;
import io.tocsin.alertingest.edge.spool.Spool;
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
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Puts alerts and quarantine into Kafka, or into the spool. Its caller is Netty's event loop, so
 * the producer must not block ({@link KafkaConfiguration}) and refuses instead while it lacks a
 * topic's metadata, as it may for a moment when a broker goes: {@link Patience} then tries again a
 * little later. What Kafka has not acknowledged by then goes to the spool, and while that holds
 * anything, all does.
 */
public final class AlertPublisher {
  static final String UNREADABLE = "unreadable";

  private static final long MAX_WAITING_BYTES = 16L * 1024 * 1024;
  private static final JsonSerde<Alert> ALERT = Topics.ALERTS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.QUARANTINE.serde();

  private final KafkaTemplate<String, byte[]> kafka;
  private final KafkaWatch watch;
  private final Patience patience;
  private final Spool spool;
  private final AtomicLong waitingBytes = new AtomicLong();

  AlertPublisher(
      KafkaTemplate<String, byte[]> kafka, KafkaWatch watch, Patience patience, Spool spool) {
    this.kafka = kafka;
    this.watch = watch;
    this.patience = patience;
    this.spool = spool;
  }

  /**
   * Completes when Kafka or the spool has all of {@code result}; fails with {@link
   * io.tocsin.alertingest.edge.spool.SpoolRefused} otherwise. Kafka may have it all the same when
   * its answer was late: then it has it twice, under one id.
   */
  public CompletableFuture<Kept> publish(
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
    return keep(messages);
  }

  /** Keeps a whole body that nobody understood, as it came. */
  public CompletableFuture<Kept> quarantine(
      String integration, String reason, byte[] body, Instant now, TraceParent trace) {
    return keep(List.of(rejected(integration, reason, body, now, trace)));
  }

  private static ProducerRecord<String, byte[]> rejected(
      String integration, String reason, byte[] body, Instant now, TraceParent trace) {
    Rejected rejected = Rejected.of(integration, new Reason(UNREADABLE, reason), body, now);
    String id = UUID.randomUUID().toString();
    return Message.of("rejected", integration, id, now, trace)
        .on(Topics.QUARANTINE.name(), integration + ":" + id, REJECTED.bytes(rejected), now);
  }

  /** Behind what waits in the spool nothing may overtake; otherwise what Kafka does not take. */
  private CompletableFuture<Kept> keep(List<ProducerRecord<String, byte[]>> messages) {
    long bytes = messages.stream().mapToLong(message -> message.value().length).sum();
    if (spool.isHolding() || watch.isFailing()) {
      return spool(messages);
    }
    if (waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      return spool(messages);
    }
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (ProducerRecord<String, byte[]> message : messages) {
      sent.add(patience.until(() -> sendNow(message)));
    }
    return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
        .handle((all, failed) -> settle(bytes, failed))
        .thenCompose(allSent -> allSent ? Kept.BY_KAFKA : spool(notSent(messages, sent)));
  }

  private static List<ProducerRecord<String, byte[]>> notSent(
      List<ProducerRecord<String, byte[]>> messages, List<CompletableFuture<?>> sent) {
    return IntStream.range(0, messages.size())
        .filter(number -> sent.get(number).isCompletedExceptionally())
        .mapToObj(messages::get)
        .toList();
  }

  private CompletableFuture<Kept> spool(List<ProducerRecord<String, byte[]>> messages) {
    long alerts = messages.stream().filter(it -> it.topic().equals(Topics.ALERTS.name())).count();
    return spool.add(messages).thenApply(stored -> new Kept((int) alerts));
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

  private boolean settle(long bytes, @Nullable Throwable failed) {
    waitingBytes.addAndGet(-bytes);
    if (failed == null) {
      watch.tookRecord();
    } else {
      watch.tookNoRecord();
    }
    return failed == null;
  }

  /**
   * Where a delivery is.
   *
   * @param spooled how many of its alerts wait on disk; Kafka has the others
   */
  public record Kept(int spooled) {
    private static final CompletableFuture<Kept> BY_KAFKA =
        CompletableFuture.completedFuture(new Kept(0));
  }
}
