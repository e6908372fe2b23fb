package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** At most two consumers that are lent to one reader at a time, and kept while they are good. */
final class EventConsumers implements ClockGuard.KafkaClients, AutoCloseable {
  private static final int AT_MOST = 2;
  private static final int API_TIMEOUT_MS = 3_000;

  private final KafkaSettings kafka;
  private final Semaphore free = new Semaphore(AT_MOST, true);
  private final Deque<Lent> idle = new ConcurrentLinkedDeque<>();
  private final Set<Lent> busy = ConcurrentHashMap.newKeySet();
  private final AtomicInteger generation = new AtomicInteger();

  EventConsumers(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * Reads with a consumer that nobody else uses meanwhile.
   *
   * @throws KafkaException when none is free within {@code patience}, or Kafka does not answer
   */
  <R> R read(Duration patience, Function<KafkaConsumer<String, byte[]>, R> reading) {
    acquire(patience);
    try {
      return lend(reading);
    } finally {
      free.release();
    }
  }

  private <R> R lend(Function<KafkaConsumer<String, byte[]>, R> reading) {
    Lent lent = idle.poll();
    if (lent == null) {
      lent = new Lent(new KafkaConsumer<>(settings()), generation.get());
    }
    busy.add(lent);
    boolean good = false;
    try {
      R result = reading.apply(lent.consumer());
      good = true;
      return result;
    } finally {
      busy.remove(lent);
      if (good && lent.generation() == generation.get()) {
        idle.add(lent);
      } else {
        close(lent);
      }
    }
  }

  private void acquire(Duration patience) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException("too many timelines are being read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while waiting for a consumer", e);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = kafka.consumer();
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return settings;
  }

  @Override
  public void renew(String why) {
    generation.incrementAndGet();
    busy.forEach(lent -> lent.consumer().wakeup());
    for (Lent lent = idle.poll(); lent != null; lent = idle.poll()) {
      close(lent);
    }
  }

  @Override
  public void close() {
    renew("the end");
  }

  private static void close(Lent lent) {
    lent.consumer().close(CloseOptions.timeout(Duration.ZERO));
  }

  private record Lent(KafkaConsumer<String, byte[]> consumer, int generation) {}
}
