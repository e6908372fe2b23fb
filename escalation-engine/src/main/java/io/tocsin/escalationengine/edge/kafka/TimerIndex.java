package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When which incident must be looked at. Scanning starts at a lane's watermark and never at zero,
 * or deleted entries would be walked over for ever, and within one millisecond at the entry that
 * was taken last; and the store is not asked at all before the earliest entry can be due.
 */
final class TimerIndex {
  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;
  private final KeyValueStore<String, Long> progress;
  private final Map<Severity, Long> watermarks = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> earliest = new EnumMap<>(Severity.class);

  /** The entry of each lane that was taken last, while nothing was inserted before it. */
  private final Map<Severity, Bytes> taken = new EnumMap<>(Severity.class);

  TimerIndex(
      KeyValueStore<Bytes, byte[]> store, KeyValueStore<String, Long> progress, Instant now) {
    this.store = store;
    this.progress = progress;
    for (Severity lane : Severity.values()) {
      Long kept = progress.get(name(lane));
      watermarks.put(lane, kept == null ? 0 : Math.min(kept, now.toEpochMilli()));
      earliest.put(lane, 0L);
    }
  }

  /** Moves the incident's entry from where {@code before} had it to where {@code after} has it. */
  void move(@Nullable Incident before, Incident after, Writes writes) {
    Lane old = before == null ? null : Lane.of(before).orElse(null);
    Lane next = Lane.of(after).orElse(null);
    if (Objects.equals(old, next)) {
      return;
    }
    if (old != null) {
      remove(old, writes);
    }
    if (next != null) {
      insert(next, writes);
    }
  }

  /** An insert below its lane's watermark lowers it, or it would never be found. */
  void insert(Lane entry, Writes writes) {
    writes.add(
        () -> {
          store.put(entry.key(), PRESENT);
          watermarks.merge(entry.severity(), entry.due().toEpochMilli(), Math::min);
          earliest.merge(entry.severity(), entry.due().toEpochMilli(), Math::min);
          taken.computeIfPresent(
              entry.severity(), (lane, last) -> entry.key().compareTo(last) > 0 ? last : null);
        });
  }

  void remove(Lane entry, Writes writes) {
    writes.add(() -> store.delete(entry.key()));
  }

  /** Whether a scan will come upon {@code entry}. */
  boolean finds(Lane entry) {
    long due = entry.due().toEpochMilli();
    return entry.key().compareTo(from(entry.severity())) >= 0
        && due >= earliest.getOrDefault(entry.severity(), 0L)
        && store.get(entry.key()) != null;
  }

  /** At most {@code limit} entries of {@code lane} that are due, in order. */
  List<Lane> due(Severity lane, Instant now, int limit) {
    if (earliest.getOrDefault(lane, 0L) > now.toEpochMilli()) {
      return List.of();
    }
    List<Lane> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(from(lane), Lane.end(lane))) {
      while (due.size() < limit) {
        Lane entry = entries.hasNext() ? Lane.parse(entries.next().key) : null;
        if (entry == null || entry.due().isAfter(now)) {
          if (due.isEmpty()) {
            earliest.put(lane, entry == null ? Long.MAX_VALUE : entry.due().toEpochMilli());
          }
          break;
        }
        due.add(entry);
      }
    }
    return due;
  }

  /** Everything due before {@code time} has been seen to. */
  void passed(Severity lane, Instant time) {
    watermarks.merge(lane, time.toEpochMilli(), Math::max);
  }

  /** {@code entry} and everything before it has been seen to. */
  void passed(Lane entry) {
    passed(entry.severity(), entry.due());
    taken.put(entry.severity(), entry.key());
  }

  /** Every entry, for the audit. */
  KeyValueIterator<Bytes, byte[]> all() {
    return store.all();
  }

  /** Keeps the watermarks with the state. */
  void keep() {
    watermarks.forEach((lane, watermark) -> progress.put(name(lane), watermark));
  }

  private Bytes from(Severity lane) {
    Bytes watermark = Lane.from(lane, watermark(lane));
    Bytes last = taken.getOrDefault(lane, watermark);
    return last.compareTo(watermark) > 0 ? last : watermark;
  }

  private long watermark(Severity lane) {
    return watermarks.getOrDefault(lane, 0L);
  }

  private static String name(Severity lane) {
    return "watermark/" + lane;
  }
}
