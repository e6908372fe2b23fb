package io.tocsin.contracts.runtime;

import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies by hash: the one this process was started with, and every other that was ever
 * published to {@code policies}. Who meets an unknown hash waits up to 5 s, then uses the current
 * one.
 */
public final class PolicyLibrary implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PolicyLibrary.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final JsonSerde<PolicyBundle> SERDE = Topics.POLICIES.serde();

  private final KafkaSettings kafka;
  private final Policies current;
  private final PolicyBundle bundle;
  private final Function<PolicyBundle, Policies> loader;
  private final Map<String, CompletableFuture<Policies>> shelf = new ConcurrentHashMap<>();
  private final Set<String> missed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean following = new AtomicBoolean();
  private volatile boolean open = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  /**
   * @param loader makes policies of a bundle that was checked before it was published
   */
  public PolicyLibrary(
      KafkaSettings kafka,
      PolicyBundle bundle,
      Policies current,
      Function<PolicyBundle, Policies> loader) {
    this.kafka = kafka;
    this.bundle = bundle;
    this.current = current;
    this.loader = loader;
    shelf.put(current.hash(), CompletableFuture.completedFuture(current));
  }

  /** Publishes our own bundle under its hash and reads the others; may be called again. */
  public void start() {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer())) {
      producer
          .send(new ProducerRecord<>(Topics.POLICIES.name(), current.hash(), SERDE.bytes(bundle)))
          .get(PATIENCE.toSeconds() * 6, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the policy was published", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "the policy could not be published to " + kafka.bootstrapServers(), e);
    }
    if (following.compareAndSet(false, true)) {
      Thread reader = new Thread(this::follow, "policy-library");
      reader.setDaemon(true);
      reader.start();
    }
  }

  /** What is decided by now. */
  public Policies current() {
    return current;
  }

  /** What was decided by then; the current one when {@code hash} stays unknown for 5 s. */
  public Policies pinned(String hash) {
    CompletableFuture<Policies> wanted =
        shelf.computeIfAbsent(hash, unknown -> new CompletableFuture<>());
    if (missed.contains(hash)) {
      return wanted.getNow(current);
    }
    try {
      return wanted.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.error("policy {} is not in the library; the current one decides in its place", hash);
      missed.add(hash);
    }
    return current;
  }

  private void follow() {
    while (open) {
      try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
        reading = consumer;
        TopicPartition partition = new TopicPartition(Topics.POLICIES.name(), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (open) {
          consumer.poll(Duration.ofSeconds(1)).forEach(this::shelve);
        }
      } catch (WakeupException e) {
        log.debug("policies are read with a new client, or no more");
      } catch (RuntimeException e) {
        log.warn("policies cannot be read; trying again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      open = false;
    }
  }

  private void shelve(ConsumerRecord<String, byte[]> published) {
    CompletableFuture<Policies> place =
        shelf.computeIfAbsent(published.key(), hash -> new CompletableFuture<>());
    if (place.isDone()) {
      return;
    }
    try {
      place.complete(loader.apply(SERDE.value(published.value())));
    } catch (RuntimeException e) {
      log.error(
          "policy {} cannot be read; the current one decides in its place", published.key(), e);
      place.complete(current);
    }
  }

  /** Reads with a new client, after the wall clock was set. */
  public void renew() {
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void close() {
    open = false;
    renew();
  }
}
