package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledger's book: opens it from what was kept, has it filled from Kafka, and keeps it
 * again. A new reading takes the place of one whose clock was set.
 */
final class LedgerReader implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LedgerReader.class);
  private static final Duration LAST_KEEPING = Duration.ofSeconds(1);

  private final KafkaSettings kafka;
  private final LedgerSettings settings;
  private final LedgerBook book;
  private final LedgerFile file;
  private final InstantSource clock;
  private @Nullable LedgerReading reading;
  private @Nullable Instant looked;
  private Map<String, Long> kept = Map.of();

  LedgerReader(
      KafkaSettings kafka,
      LedgerSettings settings,
      LedgerBook book,
      LedgerFile file,
      InstantSource clock) {
    this.kafka = kafka;
    this.settings = settings;
    this.book = book;
    this.file = file;
    this.clock = clock;
  }

  synchronized void start() {
    reading = new LedgerReading(kafka.consumer(), this, book, clock);
    reading.start();
  }

  /** Opens the book once Kafka says whose it is; nobody else waits for Kafka meanwhile. */
  void open() {
    if (book.installation().isEmpty()) {
      open(InstallationId.of(kafka));
    }
  }

  private synchronized void open(String installation) {
    if (book.installation().isPresent()) {
      return;
    }
    file.read(installation)
        .ifPresentOrElse(
            book::open, () -> book.open(installation, clock.instant().minus(settings.rebuild())));
  }

  /** Keeps the book if it is time to and something was read. */
  synchronized void keepInTime() {
    Instant now = clock.instant();
    Instant last = looked;
    if (last == null || !now.isBefore(last.plus(settings.snapshotEvery()))) {
      looked = now;
      if (!book.positions().equals(kept)) {
        keep();
      }
    }
  }

  /** Keeps the book now: an alarm has begun to ring, or ended. */
  synchronized void keep() {
    book.snapshot().ifPresent(this::keep);
  }

  private void keep(LedgerSnapshot snapshot) {
    try {
      file.write(snapshot);
      kept = snapshot.positions();
    } catch (IOException e) {
      log.error("the ledger cannot be kept; after a restart more is read again", e);
    }
  }

  @Override
  public synchronized void renew(String why) {
    if (reading != null) {
      log.info("the ledger reads with a new consumer: {}", why);
      reading.stop();
      start();
    }
  }

  @Override
  public void close() {
    LedgerReading last = taken();
    if (last != null) {
      last.stop();
      last.await(LAST_KEEPING);
      keep();
    }
  }

  private synchronized @Nullable LedgerReading taken() {
    LedgerReading last = reading;
    reading = null;
    return last;
  }
}
