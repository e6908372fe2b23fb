package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.escalationengine.core.ledger.Ledger;
import io.tocsin.escalationengine.core.ledger.LedgerReport;
import io.tocsin.escalationengine.core.ledger.LedgerRules;
import io.tocsin.escalationengine.core.ledger.LedgerState;
import io.tocsin.escalationengine.core.ledger.Reading;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The ledger between the thread that reads, the one that rings, and whoever asks. */
final class LedgerBook implements LedgerView {
  private final LedgerRules rules;
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, Instant> rang = new HashMap<>();
  private @Nullable String installation;
  private Ledger ledger;
  private Reading reading = Reading.NONE;
  private @Nullable Instant answered;
  private volatile LedgerReport report;

  LedgerBook(LedgerRules rules) {
    this.rules = rules;
    this.ledger = new Ledger(LedgerState.begun(null), new long[0], rules);
    this.report = ledger.report(reading);
  }

  /** Goes on from what was kept. */
  synchronized void open(LedgerSnapshot kept) {
    installation = kept.installation();
    positions.putAll(kept.positions());
    rang.putAll(kept.rang());
    ledger = new Ledger(kept.state(), decoded(kept.remembered()), rules);
  }

  /** Begins with nothing. */
  synchronized void open(String ofInstallation, @Nullable Instant since) {
    installation = ofInstallation;
    ledger = new Ledger(LedgerState.begun(since), new long[0], rules);
  }

  /** Whose Kafka it is; empty before it has answered for the first time. */
  synchronized Optional<String> installation() {
    return Optional.ofNullable(installation);
  }

  synchronized Map<String, Long> positions() {
    return Map.copyOf(positions);
  }

  /** Nothing written earlier is read, in milliseconds since 1970. */
  synchronized long sinceMillis() {
    Instant since = ledger.state().since();
    return since == null ? 0 : since.toEpochMilli();
  }

  /** What a former consumer has read already is passed over. */
  synchronized void enter(ConsumerRecords<String, byte[]> records, Instant now) {
    for (TopicPartition partition : records.partitions()) {
      long known = positions.getOrDefault(partition.toString(), 0L);
      records.records(partition).stream()
          .filter(record -> record.offset() >= known)
          .forEach(record -> LedgerEntries.enter(record, ledger, now));
    }
    records
        .nextOffsets()
        .forEach(
            (partition, next) -> positions.merge(partition.toString(), next.offset(), Math::max));
  }

  /** All that was there at {@code then} has been read. */
  synchronized void caughtUp(Instant then) {
    reading = reading.caughtUp(then);
    ledger.strayBefore(then);
  }

  synchronized void behind(long records) {
    reading = reading.behind(records);
  }

  /** Kafka answered. */
  synchronized void answered(Instant now) {
    answered = now;
  }

  synchronized Optional<Instant> lastAnswer() {
    return Optional.ofNullable(answered);
  }

  synchronized boolean isFull() {
    return ledger.isFull();
  }

  synchronized void rang(String alarm, Optional<Instant> at) {
    at.ifPresentOrElse(when -> rang.put(alarm, when), () -> rang.remove(alarm));
  }

  synchronized Optional<Instant> rang(String alarm) {
    return Optional.ofNullable(rang.get(alarm));
  }

  /** Counts anew, for those who ask. */
  synchronized LedgerReport refresh() {
    report = ledger.report(reading);
    return report;
  }

  /** How many alerts have waited so long that somebody must be called; empty while unknown. */
  synchronized OptionalInt alarming() {
    return ledger.alarming(reading);
  }

  @Override
  public LedgerReport report() {
    return report;
  }

  /** Empty while there is nothing worth keeping. */
  synchronized Optional<LedgerSnapshot> snapshot() {
    return installation()
        .filter(known -> !positions.isEmpty())
        .map(
            known ->
                new LedgerSnapshot(
                    known,
                    Map.copyOf(positions),
                    Map.copyOf(rang),
                    ledger.state(),
                    encoded(ledger.remembered())));
  }

  private static String encoded(long[] hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
    bytes.asLongBuffer().put(hashes);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static long[] decoded(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    long[] hashes = new long[bytes.remaining() / Long.BYTES];
    bytes.asLongBuffer().get(hashes);
    return hashes;
  }
}
