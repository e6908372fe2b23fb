package io.tocsin.severityclassifier.edge.kafka;

import io.tocsin.contracts.runtime.StreamClients;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/**
 * What the binder's settings cannot say of the stream: shared native memory, a thread that died is
 * replaced, and the consumer leaves its group when it is closed, so that its successor need not
 * wait for it.
 */
public final class StreamShape implements StreamsBuilderFactoryBeanConfigurer {
  private static final Logger log = LoggerFactory.getLogger(StreamShape.class);

  private final RocksMemory memory;
  private final ClassifierMetrics metrics;
  private final StreamClients clients;
  private volatile @Nullable StreamsBuilderFactoryBean factory;

  public StreamShape(RocksMemory memory, ClassifierMetrics metrics, StreamClients clients) {
    this.memory = memory;
    this.metrics = metrics;
    this.clients = clients;
  }

  @Override
  public void configure(StreamsBuilderFactoryBean stream) {
    Properties settings = new Properties();
    Optional.ofNullable(stream.getStreamsConfiguration()).ifPresent(settings::putAll);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
    settings.put(SmallRocks.MEMORY, memory);
    stream.setStreamsConfiguration(settings);
    stream.setLeaveGroupOnClose(true);
    stream.setClientSupplier(clients);
    // the binder sets a handler that shuts the client down; this one is set after it
    stream.setKafkaStreamsCustomizer(
        streams -> streams.setUncaughtExceptionHandler(this::replaceThread));
    factory = stream;
  }

  /** The state of the stream that runs now; empty when there is none. */
  public Optional<KafkaStreams.State> state() {
    return Optional.ofNullable(factory)
        .map(StreamsBuilderFactoryBean::getKafkaStreams)
        .map(KafkaStreams::state);
  }

  private StreamThreadExceptionResponse replaceThread(Throwable died) {
    metrics.threadReplaced();
    log.error("a thread of the classifier's stream died; another takes its place", died);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
