package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.notifier.edge.topic.Follower;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the engine made of commands, for those who wait for it: the new events of {@code
 * incident-events} that name a command. Events are read only while somebody waits.
 */
final class Outcomes implements Follower.Reader {
  private static final JsonSerde<IncidentEvent> SERDE = Topics.INCIDENT_EVENTS.serde();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

  /** What becomes of {@code command}, as a person reads it; to be asked for before it is sent. */
  CompletableFuture<String> of(String command) {
    return waiting
        .computeIfAbsent(command, any -> new CompletableFuture<>())
        .completeOnTimeout(
            "It was taken; what became of it is in Tocsin.", PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .whenComplete((said, failed) -> waiting.remove(command));
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> from) {
    if (waiting.isEmpty() || from.value() == null) {
      return;
    }
    IncidentEvent event = SERDE.value(from.value());
    CompletableFuture<String> waiter =
        event.causedBy() == null ? null : waiting.get(event.causedBy());
    if (waiter != null) {
      waiter.complete(said(event));
    }
  }

  static String said(IncidentEvent event) {
    String what = event.incident() == null ? "" : event.incident() + ": ";
    return event.change() instanceof IncidentChange.CommandRefused
        ? "Refused. " + what + event.reason().text()
        : "Done. " + what + event.reason().text();
  }
}
