package io.tocsin.alertingest.edge.spool;

import io.tocsin.contracts.runtime.ClockGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Gives Kafka what waits, in order, on a thread of its own and by a producer of its own. When one
 * record is not taken in time all of its chunk is sent again, by another producer: some may then be
 * there twice, under one id.
 */
public final class SpoolDrain implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpoolDrain.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration END = Duration.ofSeconds(4);

  private final Spool spool;
  private final DefaultKafkaProducerFactory<String, byte[]> producers;
  private final KafkaTemplate<String, byte[]> kafka;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "spool-drain");
  private boolean told;
  private long drained;

  public SpoolDrain(
      Spool spool,
      DefaultKafkaProducerFactory<String, byte[]> producers,
      KafkaTemplate<String, byte[]> kafka) {
    this.spool = spool;
    this.producers = producers;
    this.kafka = kafka;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (isWanted()) {
      try {
        Chunk chunk = spool.read();
        if (chunk.records().isEmpty()) {
          tellEnd();
          spool.awaitStored(PAUSE);
        } else {
          send(chunk);
        }
      } catch (ExecutionException | KafkaException e) {
        tellTrouble(e);
        startAnew();
      } catch (IOException | RuntimeException e) {
        log.error("what waits in the spool cannot be read; it is tried again", e);
        pause();
      } catch (InterruptedException e) {
        log.debug("the drain is ended by its flag alone: an interrupt closes files");
      }
    }
  }

  /** All of it is sent, and each awaited. */
  private void send(Chunk chunk) throws ExecutionException, InterruptedException, IOException {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : chunk.records()) {
      sent.add(begin(record));
    }
    for (int i = 0; i < sent.size(); i++) {
      try {
        sent.get(i).get();
      } catch (ExecutionException e) {
        if (!isRefusedForGood(e)) {
          throw e;
        }
        spool.setAside(chunk.records().get(i), String.valueOf(e.getCause()));
      }
    }
    spool.remove(chunk);
    drained += sent.size();
  }

  private CompletableFuture<?> begin(ProducerRecord<String, byte[]> record) {
    try {
      return kafka.send(record);
    } catch (KafkaException e) {
      if (isRefusedForGood(e)) {
        return CompletableFuture.failedFuture(e);
      }
      throw e;
    }
  }

  /** What Kafka will never take would hold back everything behind it. */
  private static boolean isRefusedForGood(Throwable failed) {
    for (Throwable why = failed; why != null; why = why.getCause()) {
      if (why instanceof RecordTooLargeException
          || why instanceof InvalidRecordException
          || why instanceof InvalidTimestampException) {
        return true;
      }
    }
    return false;
  }

  private void tellTrouble(Exception e) {
    if (!told && isWanted()) {
      told = true;
      log.warn("alerts wait in the spool until Kafka is back: {}", e.getMessage());
    }
  }

  private void tellEnd() {
    if (drained > 0) {
      log.info("Kafka has the {} records that waited in the spool", drained);
      drained = 0;
      told = false;
    }
  }

  /** A producer that failed once may have failed for good. */
  private void startAnew() {
    producers.reset();
    pause();
  }

  private void pause() {
    try {
      if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("the drain was stopped while it paused");
      }
    } catch (InterruptedException e) {
      log.debug("the drain is ended by its flag alone: an interrupt closes files");
    }
  }

  private boolean isWanted() {
    return stopped.getCount() > 0;
  }

  /** What it waits for fails with its producer, and is sent again by another. */
  @Override
  public void renew(String why) {
    Thread renewal = new Thread(producers::reset, "spool-drain-renewal");
    renewal.setDaemon(true);
    renewal.start();
  }

  @Override
  public void close() {
    stopped.countDown();
    producers.reset();
    try {
      thread.join(END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
