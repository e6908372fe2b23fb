package io.tocsin.contracts.policy.calendar;

import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Instants, as stretches of time that neither touch nor overlap.
 *
 * @param intervals in order; overlapping ones may be given and are joined
 */
public record Coverage(List<Interval> intervals) {
  public static final Coverage NEVER = new Coverage(List.of());

  public Coverage {
    intervals = inOrder(joined(intervals));
  }

  public static Coverage of(Interval interval) {
    return new Coverage(List.of(interval));
  }

  /** What any of them covers. */
  public static Coverage union(Collection<Coverage> all) {
    return new Coverage(all.stream().flatMap(each -> each.intervals().stream()).toList());
  }

  public Coverage and(Coverage other) {
    return new Coverage(Stream.concat(intervals.stream(), other.intervals.stream()).toList());
  }

  public Coverage without(Coverage other) {
    RangeSet<Instant> rest = joined(intervals);
    rest.removeAll(joined(other.intervals));
    return new Coverage(inOrder(rest));
  }

  public Coverage within(Interval window) {
    return new Coverage(inOrder(joined(intervals).subRangeSet(window.range())));
  }

  /** What of {@code window} is not covered. */
  public Coverage gaps(Interval window) {
    return of(window).without(this);
  }

  public Optional<Interval> firstGap(Interval window) {
    return gaps(window).intervals().stream().findFirst();
  }

  public boolean contains(Instant time) {
    return intervals.stream().anyMatch(interval -> interval.contains(time));
  }

  public boolean isEmpty() {
    return intervals.isEmpty();
  }

  private static RangeSet<Instant> joined(List<Interval> intervals) {
    RangeSet<Instant> ranges = TreeRangeSet.create();
    intervals.forEach(interval -> ranges.add(interval.range()));
    return ranges;
  }

  private static List<Interval> inOrder(RangeSet<Instant> ranges) {
    return ranges.asRanges().stream().map(Interval::of).toList();
  }
}
