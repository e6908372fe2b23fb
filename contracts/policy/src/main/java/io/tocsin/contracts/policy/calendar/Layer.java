package io.tocsin.contracts.policy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns. Turns pass by the calendar, also while {@code only} lets nobody hold the
 * role; a hand-over is due when the clock on the wall first shows its time.
 *
 * @param zone missing: the rota's
 * @param begins local time of the first hand-over; before it the layer holds nothing
 * @param ends missing: never
 * @param turn how long one holds the role by that clock
 * @param only the hours to which the layer is limited
 */
public record Layer(
    List<String> people,
    @Nullable ZoneId zone,
    LocalDateTime begins,
    @Nullable LocalDateTime ends,
    Duration turn,
    @Nullable Span only) {

  /** A shorter turn is a slip of the pen, and gives the role to nobody. */
  public static final Duration SHORTEST_TURN = Duration.ofHours(1);

  public Layer {
    people = List.copyOf(people);
  }

  LocalClock clock(Rota rota) {
    return LocalClock.in(Objects.requireNonNullElse(zone, rota.zone()));
  }

  boolean takesTurns() {
    return !people.isEmpty() && turn.compareTo(SHORTEST_TURN) >= 0;
  }

  /** Tells {@code held} who has the role when, of {@code window}, in order. */
  void turns(LocalClock clock, Interval window, BiConsumer<Interval, String> held) {
    Instant end = end(clock, window);
    if (!takesTurns() || !end.isAfter(window.from())) {
      return;
    }
    long number = turnsBegunBefore(clock.at(window.from()));
    Instant from = clock.first(handOver(number));
    while (from.isBefore(end)) {
      Instant to = clock.first(handOver(number + 1));
      String person = people.get(Math.floorMod(number, people.size()));
      if (to.isAfter(window.from())) {
        stretches(clock, new Interval(later(from, window.from()), earlier(to, end)))
            .forEach(stretch -> held.accept(stretch, person));
      }
      from = to;
      number++;
    }
  }

  private List<Interval> stretches(LocalClock clock, Interval turn) {
    return only == null ? List.of(turn) : only.within(clock, turn).intervals();
  }

  /** One less than have passed by the calendar: in a repeated hour the clock shows too little. */
  private long turnsBegunBefore(LocalDateTime time) {
    return Math.max(0, Duration.between(begins, time).dividedBy(turn) - 1);
  }

  private LocalDateTime handOver(long number) {
    return begins.plus(turn.multipliedBy(number));
  }

  private Instant end(LocalClock clock, Interval window) {
    return ends == null ? window.to() : earlier(clock.first(ends), window.to());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
