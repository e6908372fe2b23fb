package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.CloudEvent;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Hands to the engine what people and providers said: done when Kafka has it on every replica. It
 * holds no thread of whoever waits.
 */
public final class Commands implements ClockGuard.KafkaClients, AutoCloseable {
  private static final JsonSerde<IncidentCommand> COMMAND = Topics.INCIDENT_COMMANDS.serde();
  private static final JsonSerde<DeliveryReceipt> RECEIPT = Topics.DELIVERY_RECEIPTS.serde();
  private static final int DELIVERY_MS = 2_000;
  private static final int REQUEST_MS = 1_500;
  private static final int METADATA_MS = 2_000;

  /** The shortest patience of those who call back is Slack's, 3 s. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final KafkaSettings kafka;
  private @Nullable Producer<String, byte[]> producer;

  public Commands(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * The id of the command that comes of a provider's delivery: the same for each repeat, so that a
   * repeat makes no new event.
   */
  public static String id(String provider, String delivery) {
    return delivery.matches("[A-Za-z0-9._-]{1,100}")
        ? provider + "-" + delivery
        : provider + "-" + UUID.nameUUIDFromBytes(delivery.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Publishes what somebody asks for. Fails with {@link KafkaAway} within 2.5 s; the command may
   * have been taken all the same, so a repeat must have the same id.
   */
  public Mono<Void> publish(IncidentCommand command) {
    return send(
        new ProducerRecord<>(
            Topics.INCIDENT_COMMANDS.name(),
            null,
            command.at().toEpochMilli(),
            command.key(),
            COMMAND.bytes(command)),
        new CloudEvent("incident-command", "/notifier", command.id(), command.at()));
  }

  /** The same for what a provider says of a message that it took. */
  public Mono<Void> publish(DeliveryReceipt receipt) {
    return send(
        new ProducerRecord<>(
            Topics.DELIVERY_RECEIPTS.name(),
            null,
            receipt.at().toEpochMilli(),
            receipt.incident().toString(),
            RECEIPT.bytes(receipt)),
        new CloudEvent(
            "delivery-receipt",
            "/notifier",
            receipt.notification() + "/" + receipt.outcome(),
            receipt.at()));
  }

  private Mono<Void> send(ProducerRecord<String, byte[]> message, CloudEvent event) {
    event.onto(message.headers());
    return Mono.fromFuture(() -> sent(message))
        // a producer without metadata blocks
        .subscribeOn(Schedulers.boundedElastic())
        .timeout(PATIENCE)
        .onErrorMap(KafkaAway::new);
  }

  private CompletableFuture<Void> sent(ProducerRecord<String, byte[]> message) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    var unused =
        producer()
            .send(
                message,
                (metadata, failure) -> {
                  if (failure == null) {
                    sent.complete(null);
                  } else {
                    sent.completeExceptionally(failure);
                  }
                });
    return sent;
  }

  private synchronized Producer<String, byte[]> producer() {
    Producer<String, byte[]> current = producer;
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
  public void renew(String why) {
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
