package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.CloudEvent;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Hands commands to the engine: done when Kafka has them on every replica. */
public final class CommandProducer implements ClockGuard.KafkaClients, AutoCloseable {
  private static final JsonSerde<IncidentCommand> SERDE = Topics.INCIDENT_COMMANDS.serde();
  private static final int DELIVERY_MS = 4_000;
  private static final int REQUEST_MS = 3_000;
  private static final int METADATA_MS = 3_000;

  private final KafkaSettings kafka;
  private @Nullable KafkaProducer<String, byte[]> producer;

  public CommandProducer(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * Fails within a few seconds when Kafka is away; the command may then have been taken all the
   * same, so it is repeated under its own id. May block: not for an event loop.
   */
  public CompletableFuture<Void> send(IncidentCommand command) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      producer()
          .send(
              new ProducerRecord<>(
                  Topics.INCIDENT_COMMANDS.name(),
                  null,
                  command.at().toEpochMilli(),
                  command.key(),
                  SERDE.bytes(command),
                  cloudEvent(command)),
              (metadata, failure) -> {
                if (failure == null) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      sent.completeExceptionally(e);
    }
    return sent;
  }

  private static Headers cloudEvent(IncidentCommand command) {
    return new CloudEvent("incident-command", "/escalation-engine", command.id(), command.at())
        .onto(new RecordHeaders());
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> current = producer;
    if (current == null) {
      Map<String, Object> settings = kafka.producer();
      settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
      settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
      settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_MS);
      current = new KafkaProducer<>(settings);
      producer = current;
    }
    return current;
  }

  @Override
  public synchronized void renew(String why) {
    close();
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
