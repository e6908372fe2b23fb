package io.tocsin.escalationengine.core.ledger;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * @param counts what is open and early in it is not looked at
   * @param open how many have no end
   * @param overdue those of them that cannot be accounted for
   */
  static LedgerReport of(
      LedgerState counts, long open, List<Accepted> overdue, Reading reading, boolean full) {
    Instant asOf = reading.asOf();
    List<Lost> lost = asOf == null ? List.of() : oldest(overdue, asOf);
    return new LedgerReport(
        asOf,
        reading.lag(),
        counts.since(),
        counts.accepted(),
        counts.repeated(),
        new TreeMap<>(counts.disposed()),
        open - overdue.size(),
        asOf == null ? null : (long) overdue.size(),
        lost.isEmpty() ? null : lost.get(0).ageSeconds(),
        lost,
        counts.doubled(),
        counts.withoutAlert(),
        counts.quarantined(),
        counts.canaries(),
        full);
  }

  private static List<Lost> oldest(List<Accepted> overdue, Instant asOf) {
    return overdue.stream()
        .sorted(Comparator.comparing(Accepted::at))
        .limit(LISTED)
        .map(alert -> lost(alert, asOf))
        .toList();
  }

  private static Lost lost(Accepted alert, Instant asOf) {
    return new Lost(
        alert.id(), alert.key(), alert.at(), Duration.between(alert.at(), asOf).toSeconds());
  }
}
