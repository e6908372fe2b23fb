package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one alert, by its key: the value of the store {@code alert-keys}. Times are
 * those of the records (when ingest had them), so that reading a record twice gives the same.
 *
 * @param pinned whether a trigger chose the destination; a recovery alone pins nothing
 * @param firing whether the last word was a trigger
 * @param since the position of the record that chose the destination
 * @param until the position of the last record that is folded in
 * @param seenAt when ingest had that record
 * @param recovery the last one, if any
 */
public record Route(
    Destination destination,
    boolean pinned,
    boolean firing,
    long since,
    long until,
    Instant seenAt,
    @Nullable Recovery recovery) {

  /** An entry goes this long after its last record. */
  static final Duration KEPT = Duration.ofDays(30);

  /** The entry of an alert whose first record this is. */
  static Route begin(
      Destination destination, Alert alert, long position, @Nullable Recovery earlier) {
    boolean firing = alert.signal().isFiring();
    return new Route(destination, firing, firing, position, position, alert.receivedAt(), earlier);
  }

  /** Whether 30 days have gone by without a record. */
  public boolean isForgotten(Instant now) {
    return now.isAfter(seenAt.plus(KEPT));
  }

  /** Whether a record at {@code position} is folded in already: it is being read again. */
  boolean holds(long position) {
    return position <= until;
  }

  /** From the first trigger until 15 minutes after the recovery. */
  boolean isPinned(Instant now) {
    return pinned && (firing || recovery == null || recovery.isRemembered(now));
  }

  boolean overtook(Alert alert, long position) {
    return recovery != null && recovery.overtook(alert, position);
  }

  /** The same after a record that changes nothing but when we last heard of the alert. */
  Route heard(Alert alert, long position) {
    return new Route(destination, pinned, firing, since, position, later(alert), recovery);
  }

  /** The same after one more firing record. */
  Route fired(Alert alert, long position) {
    return new Route(destination, true, true, since, position, later(alert), recovery);
  }

  /** The same after a recovery; one that is not newer than the last, while none fires, repeats. */
  Route recovered(Alert alert, long position) {
    Recovery last = recovery;
    boolean repeated = !firing && last != null && !alert.occurredAt().isAfter(last.at());
    Recovery now = repeated ? last : Recovery.of(alert, position, !firing);
    boolean stillPinned = isPinned(alert.receivedAt());
    return new Route(destination, stillPinned, false, since, position, later(alert), now);
  }

  private Instant later(Alert alert) {
    return alert.receivedAt().isAfter(seenAt) ? alert.receivedAt() : seenAt;
  }
}
