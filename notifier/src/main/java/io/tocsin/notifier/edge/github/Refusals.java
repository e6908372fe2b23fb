package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Hears when the engine refuses what somebody asked for on GitHub, and has it said there: who
 * closes a ticket is told what is still missing (RUN-09.2). One instance hears each refusal, after
 * a restart too.
 */
final class Refusals
    implements SmartLifecycle, ClockGuard.KafkaClients, MessageListener<String, byte[]> {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final JsonSerde<IncidentEvent> EVENT = Topics.INCIDENT_EVENTS.serde();
  private static final String OURS = "\"causedBy\":\"" + GitHubChannel.PROVIDER + "-";
  private static final long AGAIN_MILLIS = 30_000;
  private static final long TRIES = 120;
  private static final int METADATA_MILLIS = 30_000;

  private final KafkaSettings kafka;
  private final Explanation explanation;
  private @Nullable KafkaMessageListenerContainer<String, byte[]> container;

  Refusals(KafkaSettings kafka, Explanation explanation) {
    this.kafka = kafka;
    this.explanation = explanation;
  }

  @Override
  public void onMessage(ConsumerRecord<String, byte[]> from) {
    // most events answer nobody on GitHub, and need not be parsed
    if (!new String(from.value(), StandardCharsets.ISO_8859_1).contains(OURS)) {
      return;
    }
    IncidentEvent event = EVENT.value(from.value());
    if (event.change() instanceof IncidentChange.CommandRefused
        && event.by().via().equals(GitHubChannel.PROVIDER)
        && event.incident() != null) {
      try {
        explanation.give(
            event.incident(), Objects.requireNonNull(event.causedBy()), event.reason(), event.at());
      } catch (IOException e) {
        throw new IllegalStateException("the refusal could not be explained on GitHub yet", e);
      }
    }
  }

  @Override
  public synchronized void start() {
    if (!explanation.isPossible()) {
      return;
    }
    ContainerProperties properties = new ContainerProperties(Topics.INCIDENT_EVENTS.name());
    properties.setGroupId("tocsin-notifier-refusals");
    properties.setMessageListener(this);
    Map<String, Object> settings = kafka.consumer();
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
    KafkaMessageListenerContainer<String, byte[]> made =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(settings), properties);
    made.setBeanName("notifier-refusals");
    made.setCommonErrorHandler(
        new DefaultErrorHandler(
            (record, failed) ->
                log.error("a refusal of {} stays unexplained on GitHub", record.key(), failed),
            new FixedBackOff(AGAIN_MILLIS, TRIES)));
    container = made;
    made.start();
  }

  @Override
  public synchronized void stop() {
    if (container != null) {
      container.stop();
      container = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return container != null;
  }

  @Override
  public synchronized void renew(String why) {
    if (container != null) {
      stop();
      start();
    }
  }
}
