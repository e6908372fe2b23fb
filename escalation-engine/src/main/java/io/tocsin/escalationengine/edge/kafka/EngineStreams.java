package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.TeamPartitioner;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.StreamClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The engine's stream: exactly once, started and made anew by its owner. */
public final class EngineStreams {
  /** Foundation: state and offsets lie under it. */
  public static final String APPLICATION_ID = "tocsin-escalation-engine";

  private static final Logger log = LoggerFactory.getLogger(EngineStreams.class);

  /** For what nobody waits for; the rest goes with {@link PromptCommits}. */
  static final Duration COMMIT = Duration.ofMillis(100);

  /**
   * How long a thread waits for records before it looks at deadlines and commits again: while many
   * deadlines are due and no records come, it would wait between two rounds for nothing.
   */
  private static final Duration POLL = Duration.ofMillis(20);

  private static final int TRANSACTION_TIMEOUT_MS = 10_000;
  private static final int SESSION_TIMEOUT_MS = 10_000;

  private final StreamsBuilderFactoryBean factory;
  private final StreamClients clients;

  EngineStreams(KafkaSettings kafka, EngineSettings settings, Engine engine) {
    this.clients = new StreamClients(engine.commits());
    this.factory =
        new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(properties(kafka, settings)));
    factory.setAutoStartup(false);
    factory.setClientSupplier(clients);
    factory.setInfrastructureCustomizer(
        new KafkaStreamsInfrastructureCustomizer() {
          @Override
          public void configureTopology(Topology topology) {
            EngineTopology.addTo(topology, engine);
          }
        });
    factory.setStreamsUncaughtExceptionHandler(
        failure -> {
          log.error("a stream thread died of Kafka and is replaced", failure);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
  }

  static Map<String, Object> properties(KafkaSettings kafka, EngineSettings settings) {
    Map<String, Object> properties = new HashMap<>(kafka.common());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT.toMillis());
    properties.put(StreamsConfig.POLL_MS_CONFIG, POLL.toMillis());
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
    properties.put(
        StreamsConfig.STATE_DIR_CONFIG, Path.of(settings.dataDirectory(), "streams").toString());
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.PARTITIONER_CLASS_CONFIG),
        TeamPartitioner.class);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), COMMIT.toMillis());
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MS);
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        SESSION_TIMEOUT_MS);
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        settings.instance());
    return properties;
  }

  void start() {
    try {
      factory.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException("the engine's stream could not be built", e);
    }
    factory.afterSingletonsInstantiated();
    factory.start();
  }

  void stop() {
    clients.stop(factory::stop);
  }

  /** Ends the polls that are under way; any thread may. */
  void wake() {
    clients.wake();
  }

  /** Stops and starts with new clients. */
  void restart(String why) {
    log.warn("the engine's stream is made anew: {}", why);
    clients.wake();
    stop();
    factory.start();
  }

  /** How it stands; empty while it has not been started. */
  public Optional<KafkaStreams.State> state() {
    return Optional.ofNullable(factory.getKafkaStreams()).map(KafkaStreams::state);
  }
}
