package io.tocsin.contracts.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of a Kafka stream, which can be called out of whatever they wait for. They wait by
 * the wall clock: a poll, a commit or a flush that is under way when the clock is set back by a day
 * waits for a day, and Streams, which wakes nobody, cannot be closed before. What they give up, as
 * after a clock was set ahead, ends the stream's thread, which its owner has replaced: {@link
 * StreamTooLate} says why.
 */
public final class StreamClients extends DefaultKafkaClientSupplier {
  private static final Logger log = LoggerFactory.getLogger(StreamClients.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Duration patience;
  private final CommitTimes commits;
  private final Set<StreamConsumer> consumers = ConcurrentHashMap.newKeySet();
  private final Set<StreamProducer> producers = ConcurrentHashMap.newKeySet();
  private final Set<Admin> admins = ConcurrentHashMap.newKeySet();

  public StreamClients() {
    this(took -> {});
  }

  /** The same for a stream that is exactly once and wants to know what that costs. */
  public StreamClients(CommitTimes commits) {
    this(PATIENCE, commits);
  }

  /**
   * @param patience for a stop that nothing hinders
   */
  StreamClients(Duration patience, CommitTimes commits) {
    this.patience = patience;
    this.commits = commits;
  }

  /** Ends every poll that is under way, with no records, and harms nobody. */
  public void wake() {
    consumers.forEach(StreamConsumer::wake);
  }

  /**
   * Stops the stream, and returns when its clients have come to their end as well. What is not over
   * within 5 s of monotonic time is cut off, again every second: its threads die of it, what they
   * had not committed is not committed any more, and the stream made anew does it again.
   *
   * @param stopping stops the stream; it may wait by the wall clock
   */
  public void stop(Runnable stopping) {
    ScheduledExecutorService severing = Background.thread("stream-severing");
    AtomicBoolean told = new AtomicBoolean();
    var unused =
        severing.scheduleWithFixedDelay(
            () -> sever(told.getAndSet(true)),
            patience.toMillis(),
            AGAIN.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      stopping.run();
      awaitEnds();
    } finally {
      end(severing);
    }
  }

  private void sever(boolean again) {
    try {
      if (!again) {
        log.warn("the stream does not stop: its clients are cut off from Kafka");
      }
      consumers.forEach(StreamConsumer::sever);
      producers.forEach(StreamProducer::sever);
      admins.forEach(admin -> admin.close(Duration.ZERO));
    } catch (RuntimeException e) {
      log.warn("a client could not be cut off; it is tried again", e);
    }
  }

  /** Streams gives up waiting by the wall clock too, while its threads go on. */
  private void awaitEnds() {
    CompletableFuture<?>[] ends =
        Stream.concat(
                consumers.stream().map(StreamConsumer::ended),
                producers.stream().map(StreamProducer::ended))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      admins.forEach(admin -> admin.close(Duration.ZERO));
      admins.clear();
    } catch (TimeoutException e) {
      log.error(
          "{} consumers and {} producers of the former stream have not ended; it may keep another"
              + " from starting",
          consumers.size(),
          producers.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new AssertionError("an end never fails", e);
    }
  }

  /** No client of the next stream may meet what was begun against the former. */
  private static void end(ScheduledExecutorService severing) {
    severing.shutdownNow();
    try {
      if (!severing.awaitTermination(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.error("cutting off the former stream has not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return opened(config);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return opened(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return opened(config);
  }

  private Consumer<byte[], byte[]> opened(Map<String, Object> config) {
    StreamConsumer consumer = new StreamConsumer(config);
    consumers.add(consumer);
    var unused = consumer.ended().thenRun(() -> consumers.remove(consumer));
    return consumer;
  }

  /** Its batches are given up by nobody but {@link #stop}: the clock may be wrong, Kafka away. */
  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    Map<String, Object> patiently = new HashMap<>(config);
    patiently.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    StreamProducer producer = new StreamProducer(patiently, commits);
    producers.add(producer);
    var unused = producer.ended().thenRun(() -> producers.remove(producer));
    return producer;
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    Admin admin = super.getAdmin(config);
    admins.add(admin);
    return admin;
  }
}
