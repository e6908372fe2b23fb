package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.util.backoff.FixedBackOff;

/** The Kafka clients of one lane: made, started, stopped, thrown away. */
final class LaneConsumer implements Backlog.Valve, AutoCloseable {
  private static final long AGAIN_MILLIS = 1000;
  private static final int SESSION_MILLIS = 15_000;
  private static final Logger log = LoggerFactory.getLogger(LaneConsumer.class);

  private final Executor beginning =
      CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS);

  private final DefaultKafkaProducerFactory<String, byte[]> producers;
  private final KafkaTemplate<String, byte[]> template;
  private final Assignment assignment;
  private final KafkaMessageListenerContainer<String, byte[]> container;
  private final @Nullable Backlog backlog;

  LaneConsumer(Lane lane, KafkaSettings kafka, String instance, InstantSource clock) {
    this.producers = Transactions.factory(kafka, instance + "-" + lane.name());
    this.template = new KafkaTemplate<>(producers);
    this.assignment = new Assignment(lane, kafka);
    ContainerProperties properties =
        new ContainerProperties(
            lane.channels().stream()
                .map(channel -> Topics.notifications(channel).name())
                .toArray(String[]::new));
    properties.setGroupId(group(lane));
    properties.setKafkaAwareTransactionManager(transactions(producers));
    properties.setConsumerRebalanceListener(assignment);
    properties.setMessageListener(
        new Intake(template, lane.book(), clock, lane.desk(), this::admitted));
    // Told of a fence, it would go on behind the batch that was not taken.
    properties.setStopContainerWhenFenced(true);
    this.container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(consumer(lane, kafka, instance)), properties);
    container.setBeanName("notifier-" + lane.name());
    container.setApplicationEventPublisher(this::heard);
    container.setAfterRollbackProcessor(
        new DefaultAfterRollbackProcessor<>(
            new FixedBackOff(AGAIN_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    this.backlog = lane.desk() == null ? null : backlog(lane, lane.desk(), kafka);
  }

  private Backlog backlog(Lane lane, Desk desk, KafkaSettings kafka) {
    WaitingPages waiting =
        new WaitingPages(
            desk,
            lane,
            kafka,
            group(lane),
            () -> Objects.requireNonNullElse(container.getAssignedPartitions(), Set.of()));
    return new Backlog(lane.name(), desk, this, waiting);
  }

  private static String group(Lane lane) {
    return "tocsin-notifier-" + lane.name();
  }

  private void admitted() {
    if (backlog != null) {
      backlog.look();
    }
  }

  private static Map<String, Object> consumer(Lane lane, KafkaSettings kafka, String instance) {
    Map<String, Object> settings = kafka.consumer();
    // a static member that was killed has its partitions again as soon as it is back
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance + "-" + lane.name());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    return settings;
  }

  private static KafkaTransactionManager<String, byte[]> transactions(
      DefaultKafkaProducerFactory<String, byte[]> producers) {
    KafkaTransactionManager<String, byte[]> manager = new KafkaTransactionManager<>(producers);
    // what is to follow the commit is registered inside the transaction
    manager.setTransactionSynchronization(
        AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
    return manager;
  }

  /** Ends what a former life left open, then begins to take notifications. */
  void start() {
    Transactions.endFormer(template);
    container.start();
    if (backlog != null) {
      backlog.start();
    }
  }

  boolean isRunning() {
    return container.isRunning();
  }

  /**
   * The coordinator ends a transaction that takes too long, and fences its producer: what was
   * reserved or not is read again, from the last offset that was committed.
   */
  private void heard(Object event) {
    if (event instanceof ConsumerStoppedEvent stopped && stopped.getReason() == Reason.FENCED) {
      log.warn("{} was fenced; it begins again behind what is committed", container.getBeanName());
      CompletableFuture.runAsync(this::begin, beginning);
    }
  }

  private synchronized void begin() {
    try {
      if (assignment.isOpen() && !container.isRunning()) {
        container.start();
      }
    } catch (RuntimeException e) {
      log.error("{} cannot begin again; it is tried again", container.getBeanName(), e);
      CompletableFuture.runAsync(this::begin, beginning);
    }
  }

  boolean isReady() {
    return isRunning() && assignment.isLoaded();
  }

  @Override
  public void pause() {
    container.pause();
  }

  @Override
  public void resume() {
    if (container.isPauseRequested()) {
      container.resume();
    }
  }

  @Override
  public synchronized void close() {
    assignment.close();
    if (backlog != null) {
      backlog.close();
    }
    container.stop();
    producers.destroy();
  }
}
