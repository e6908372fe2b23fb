package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one alert, by its key: the value of the store {@code alert-keys}. Times are
 * those of the records (when ingest had them), so that reading a record twice gives the same.
 *
 * @param leg where it goes now
 * @param before where it went until then: for records that are read again
 * @param pinned whether a trigger chose the destination; a recovery alone pins nothing
 * @param firing whether the last word was a trigger
 * @param until the position of the last record that is folded in
 * @param seenAt when ingest had that record
 * @param recovery the last one, if any
 */
public record Route(
    Leg leg,
    @Nullable Leg before,
    boolean pinned,
    boolean firing,
    long until,
    Instant seenAt,
    @Nullable Recovery recovery) {

  /** An entry goes this long after its last record. */
  static final Duration KEPT = Duration.ofDays(30);

  public Route {
    Objects.requireNonNull(leg, "a route leads somewhere");
  }

  /** The entry of an alert whose first record this is. */
  static Route begin(Destination destination, Alert alert, long position) {
    boolean firing = alert.signal().isFiring();
    return new Route(
        new Leg(destination, position, firing),
        null,
        firing,
        firing,
        position,
        alert.receivedAt(),
        firing ? null : Recovery.of(alert, position, true));
  }

  /** Whether 30 days have gone by without a record. */
  public boolean isForgotten(Instant now) {
    return now.isAfter(seenAt.plus(KEPT));
  }

  /** Whether a record at {@code position} is folded in already: it is being read again. */
  boolean holds(long position) {
    return position <= until;
  }

  /** Whether a firing record at {@code position} says only what was said before. */
  boolean isSaidAgain(long position) {
    return firing && !holds(position);
  }

  /** From the first trigger until 15 minutes after the recovery. */
  boolean isPinned(Instant now) {
    return pinned && (firing || recovery == null || recovery.isRemembered(now));
  }

  boolean overtook(Alert alert, long position) {
    return recovery != null && recovery.overtook(alert, position);
  }

  /** Where {@code alert} went when it was read first, as far as it is known. */
  Optional<Destination> destinationOf(Alert alert, long position) {
    return Stream.of(Optional.of(leg), Optional.ofNullable(before))
        .flatMap(Optional::stream)
        .filter(stretch -> position >= stretch.since())
        .findFirst()
        .filter(stretch -> stretch.byTrigger() || !alert.signal().isFiring())
        .map(Leg::destination);
  }

  /** The same after a record that changes nothing but when we last heard of the alert. */
  Route heard(Alert alert, long position) {
    return new Route(leg, before, pinned, firing, position, later(alert), recovery);
  }

  /** The same after one more firing record. */
  Route fired(Alert alert, long position) {
    return new Route(leg, before, true, true, position, later(alert), recovery);
  }

  /** The same after a firing record that goes another way. */
  Route turned(Destination destination, Alert alert, long position) {
    Leg next = new Leg(destination, position, true);
    return new Route(next, leg, true, true, position, later(alert), recovery);
  }

  /** The same after a recovery; one that is not newer than the last, while none fires, repeats. */
  Route recovered(Alert alert, long position) {
    Recovery last = recovery;
    boolean repeated = !firing && last != null && !alert.occurredAt().isAfter(last.at());
    Recovery now = repeated ? last : Recovery.of(alert, position, !firing);
    boolean stillPinned = isPinned(alert.receivedAt());
    return new Route(leg, before, stillPinned, false, position, later(alert), now);
  }

  private Instant later(Alert alert) {
    return alert.receivedAt().isAfter(seenAt) ? alert.receivedAt() : seenAt;
  }
}
