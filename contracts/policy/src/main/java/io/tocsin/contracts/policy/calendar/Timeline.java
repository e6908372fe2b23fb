package io.tocsin.contracts.policy.calendar;

import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import java.time.Instant;
import java.util.List;

/** One role over a window of time; what is laid later lies over what was laid before. */
final class Timeline {
  private final Interval window;
  private final RangeMap<Instant, Holder> held = TreeRangeMap.create();

  Timeline(Interval window) {
    this.window = window;
  }

  Interval window() {
    return window;
  }

  void lay(Interval when, Holder holder) {
    held.putCoalescing(when.range(), holder);
  }

  List<Shift> shifts() {
    return held.subRangeMap(window.range()).asMapOfRanges().entrySet().stream()
        .map(entry -> new Shift(Interval.of(entry.getKey()), entry.getValue()))
        .toList();
  }
}
