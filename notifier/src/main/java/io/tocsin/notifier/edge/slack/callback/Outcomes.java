package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the engine made of commands, for those who wait for it: the new events of {@code
 * incident-events} that name a command. Events are read only while somebody waits.
 */
final class Outcomes implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
  private static final JsonSerde<IncidentEvent> SERDE = Topics.INCIDENT_EVENTS.serde();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<TopicPartition> ALL =
      IntStream.range(0, Topics.INCIDENT_EVENTS.partitions())
          .mapToObj(n -> new TopicPartition(Topics.INCIDENT_EVENTS.name(), n))
          .toList();

  private final KafkaSettings kafka;
  private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::follow, "notifier-outcomes");
  private volatile boolean open = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  Outcomes(KafkaSettings kafka) {
    this.kafka = kafka;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** What becomes of {@code command}, as a person reads it; to be asked for before it is sent. */
  CompletableFuture<String> of(String command) {
    return waiting
        .computeIfAbsent(command, any -> new CompletableFuture<>())
        .completeOnTimeout(
            "It was taken; what became of it is in Tocsin.", PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .whenComplete((said, failed) -> waiting.remove(command));
  }

  private void follow() {
    while (open) {
      try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
        reading = consumer;
        consumer.assign(ALL);
        consumer.seekToEnd(ALL);
        while (open) {
          consumer.poll(Duration.ofSeconds(1)).forEach(this::enter);
        }
      } catch (KafkaException e) {
        if (open) {
          log.warn("incident-events cannot be followed; trying again: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void enter(ConsumerRecord<String, byte[]> from) {
    if (waiting.isEmpty() || from.value() == null) {
      return;
    }
    try {
      IncidentEvent event = SERDE.value(from.value());
      CompletableFuture<String> waiter =
          event.causedBy() == null ? null : waiting.get(event.causedBy());
      if (waiter != null) {
        waiter.complete(said(event));
      }
    } catch (RuntimeException e) {
      log.warn("event {} cannot be read", from.key(), e);
    }
  }

  static String said(IncidentEvent event) {
    String what = event.incident() == null ? "" : event.incident() + ": ";
    return event.change() instanceof IncidentChange.CommandRefused
        ? "Refused. " + what + event.reason().text()
        : "Done. " + what + event.reason().text();
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      open = false;
    }
  }

  @Override
  public void renew(String why) {
    wake();
  }

  private void wake() {
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void close() {
    open = false;
    wake();
  }
}
