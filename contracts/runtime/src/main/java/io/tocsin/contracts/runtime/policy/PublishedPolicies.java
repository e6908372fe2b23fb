package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic {@code policies}: bundles by hash. Only where each lies is kept in memory; a bundle is
 * read when it is asked for, because most of those that were ever published no incident cites.
 */
final class PublishedPolicies implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PublishedPolicies.class);
  private static final JsonSerde<PolicyBundle> SERDE = Topics.POLICIES.serde();
  private static final TopicPartition PARTITION = new TopicPartition(Topics.POLICIES.name(), 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** Before compression, as the client counts: 10 000 rules are some 2 MB. */
  private static final int LARGEST = 16 * 1024 * 1024;

  private final KafkaSettings kafka;
  private final Map<String, Long> places = new ConcurrentHashMap<>();
  private final Set<KafkaConsumer<String, byte[]>> clients = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  PublishedPolicies(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * Returns when Kafka has it.
   *
   * @throws IllegalStateException when Kafka does not take it within 30 s
   */
  void publish(CheckedPolicy policy) {
    Map<String, Object> settings = kafka.producer();
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings);
    try {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.POLICIES.name(), policy.hash(), SERDE.bytes(policy.bundle())))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the policy was published", e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new IllegalStateException(
          "the policy could not be published to " + kafka.bootstrapServers(), e);
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  /** Hears of every bundle that is or will be there, until closed; {@code found} gets its hash. */
  void follow(Consumer<String> found) {
    while (open) {
      try {
        reading(0, consumer -> listen(consumer, found));
      } catch (WakeupException e) {
        log.debug("policies are read with a new client, or no more");
      } catch (RuntimeException e) {
        log.warn("policies cannot be read; trying again", e);
        pause();
      }
    }
  }

  private Optional<PolicyBundle> listen(
      KafkaConsumer<String, byte[]> consumer, Consumer<String> found) {
    while (open) {
      for (ConsumerRecord<String, byte[]> published : consumer.poll(POLL)) {
        places.put(published.key(), published.offset());
        found.accept(published.key());
      }
    }
    return Optional.empty();
  }

  /** The bundle, if it was heard of; a later copy of it where this one was compacted away. */
  Optional<PolicyBundle> read(String hash) {
    Long place = places.get(hash);
    if (place == null) {
      return Optional.empty();
    }
    while (open) {
      try {
        return reading(place, consumer -> find(consumer, hash));
      } catch (WakeupException e) {
        log.debug("policy {} is read with a new client, or no more", hash);
      }
    }
    return Optional.empty();
  }

  private Optional<PolicyBundle> find(KafkaConsumer<String, byte[]> consumer, String hash) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (open && System.nanoTime() < end) {
      for (ConsumerRecord<String, byte[]> published : consumer.poll(POLL)) {
        if (published.key().equals(hash) && published.value() != null) {
          return Optional.of(SERDE.value(published.value()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<PolicyBundle> reading(
      long offset, Function<KafkaConsumer<String, byte[]>, Optional<PolicyBundle>> work) {
    KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer());
    clients.add(consumer);
    try {
      consumer.assign(List.of(PARTITION));
      consumer.seek(PARTITION, offset);
      return work.apply(consumer);
    } finally {
      clients.remove(consumer);
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      open = false;
    }
  }

  /** Reads with new clients, after the wall clock was set. */
  void renew() {
    clients.forEach(KafkaConsumer::wakeup);
  }

  @Override
  public void close() {
    open = false;
    renew();
  }
}
