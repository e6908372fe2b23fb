package io.tocsin.escalationengine.core.ledger;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says: {@code accepted} is the sum of {@code disposed}, {@code waiting} and {@code
 * unaccounted}.
 *
 * @param asOf up to when everything has been read; absent while it still reads what was there
 * @param lag records that are not read yet
 * @param since nothing accepted earlier is counted; absent when all is
 * @param repeated deliveries of alerts that were accepted before
 * @param waiting accepted a moment ago
 * @param unaccounted accepted longer than the grace, and no end; absent while {@code asOf} is
 * @param oldestSeconds the age of the oldest of them
 * @param alerts the oldest of them
 * @param doubled second ends of one alert
 * @param withoutAlert ends of alerts that nobody accepted
 * @param quarantined deliveries that could not be read, and never were alerts
 * @param canaries our own alerts: none of the other figures holds them
 * @param full whether so many are open that no more are read: there may be others
 */
public record LedgerReport(
    @Nullable Instant asOf,
    long lag,
    @Nullable Instant since,
    long accepted,
    long repeated,
    Map<Outcome, Long> disposed,
    long waiting,
    @Nullable Long unaccounted,
    @Nullable Long oldestSeconds,
    List<Lost> alerts,
    long doubled,
    long withoutAlert,
    long quarantined,
    Canaries canaries,
    boolean full) {
  private static final int LISTED = 100;

  /** One alert that cannot be accounted for. */
  public record Lost(String id, String key, Instant acceptedAt, long ageSeconds) {}

  static LedgerReport of(Ledger ledger, Reading reading, Duration grace) {
    Instant asOf = reading.asOf();
    List<Accepted> overdue = asOf == null ? List.of() : overdue(ledger, asOf.minus(grace));
    List<Lost> lost = new ArrayList<>();
    if (asOf != null) {
      overdue.stream().limit(LISTED).forEach(alert -> lost.add(lost(alert, asOf)));
    }
    LedgerState state = ledger.state();
    return new LedgerReport(
        asOf,
        reading.lag(),
        state.since(),
        state.accepted(),
        state.repeated(),
        new TreeMap<>(state.disposed()),
        alerts(ledger).count() - overdue.size(),
        asOf == null ? null : (long) overdue.size(),
        lost.isEmpty() ? null : lost.get(0).ageSeconds(),
        lost,
        state.doubled(),
        state.withoutAlert(),
        state.quarantined(),
        state.canaries(),
        ledger.isFull());
  }

  /** Those accepted at or before {@code latest}, the oldest first. */
  static List<Accepted> overdue(Ledger ledger, Instant latest) {
    return alerts(ledger)
        .filter(alert -> !alert.at().isAfter(latest))
        .sorted(Comparator.comparing(Accepted::at))
        .toList();
  }

  private static Stream<Accepted> alerts(Ledger ledger) {
    return ledger.open().stream().filter(alert -> !alert.isCanary());
  }

  private static Lost lost(Accepted alert, Instant asOf) {
    return new Lost(
        alert.id(), alert.key(), alert.at(), Duration.between(alert.at(), asOf).toSeconds());
  }
}
