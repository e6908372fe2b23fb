package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.notifier.edge.topic.Follower;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the engine made of commands, for those who wait for it: the new events of {@code
 * incident-events} that name a command. Events are read only while somebody waits.
 */
public final class Outcomes implements Follower.Reader {
  private static final JsonSerde<IncidentEvent> SERDE = Topics.INCIDENT_EVENTS.serde();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, CompletableFuture<Optional<IncidentEvent>>> waiting =
      new ConcurrentHashMap<>();

  /**
   * The first event that {@code command} causes, which says what was decided; empty when there is
   * none within 10 s. To be asked for before the command is sent.
   */
  public CompletableFuture<Optional<IncidentEvent>> of(String command) {
    return waiting
        .computeIfAbsent(command, any -> new CompletableFuture<>())
        .completeOnTimeout(Optional.empty(), PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .whenComplete((decided, failed) -> waiting.remove(command));
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> from) {
    if (waiting.isEmpty() || from.value() == null) {
      return;
    }
    IncidentEvent event = SERDE.value(from.value());
    CompletableFuture<Optional<IncidentEvent>> waiter =
        event.causedBy() == null ? null : waiting.get(event.causedBy());
    if (waiter != null) {
      waiter.complete(Optional.of(event));
    }
  }
}
