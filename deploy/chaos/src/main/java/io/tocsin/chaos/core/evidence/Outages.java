package io.tocsin.chaos.core.evidence;

import io.tocsin.chaos.core.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When something was broken, and so how long other things may have taken. */
public final class Outages {
  private final List<Fault> faults;
  private final Duration recovery;
  private final List<Window> windows;

  /**
   * @param recovery how long a healed fault is still felt
   */
  public Outages(List<Fault> faults, Duration recovery) {
    this.faults = List.copyOf(faults);
    this.recovery = recovery;
    this.windows = merged(faults, recovery);
  }

  private static List<Window> merged(List<Fault> faults, Duration recovery) {
    List<Window> windows = new ArrayList<>();
    List<Window> felt =
        faults.stream()
            .map(fault -> new Window(fault.from(), fault.until().plus(recovery)))
            .sorted(Comparator.comparing(Window::from))
            .toList();
    for (Window next : felt) {
      int last = windows.size() - 1;
      if (last >= 0 && !next.from.isAfter(windows.get(last).until)) {
        Window before = windows.get(last);
        windows.set(
            last,
            new Window(before.from, before.until.isAfter(next.until) ? before.until : next.until));
      } else {
        windows.add(next);
      }
    }
    return windows;
  }

  /** When {@code budget} is used up that begins at {@code from} and rests while a fault is felt. */
  public Instant deadline(Instant from, Duration budget) {
    Instant deadline = from.plus(budget);
    for (Window window : windows) {
      Instant begins = window.from.isAfter(from) ? window.from : from;
      if (begins.isBefore(window.until) && begins.isBefore(deadline)) {
        deadline = deadline.plus(Duration.between(begins, window.until));
      }
    }
    return deadline;
  }

  /** The last moment of which {@code at} may still show: {@code budget} ago, or before a fault. */
  public Instant horizon(Instant at, Duration budget) {
    Instant horizon = at.minus(budget);
    for (int i = windows.size() - 1; i >= 0; i--) {
      Window window = windows.get(i);
      Instant ends = window.until.isBefore(at) ? window.until : at;
      if (window.from.isBefore(ends) && ends.isAfter(horizon)) {
        horizon = horizon.minus(Duration.between(window.from, ends));
      }
    }
    return horizon;
  }

  /** Whether a fault of {@code target} is felt at some time between the two. */
  public boolean isFelt(String target, Instant from, Instant to) {
    return between(from, to).stream().anyMatch(fault -> fault.target().equals(target));
  }

  /** Whether a wall clock jumped between the two: then processes disagree about the time. */
  public boolean clockJumped(Instant from, Instant to) {
    return faults.stream()
        .filter(fault -> fault.kind() == Fault.Kind.CLOCK_JUMP)
        .anyMatch(
            fault -> !fault.from().isAfter(to) && !fault.until().plus(recovery).isBefore(from));
  }

  /** The faults that are felt at some time between the two. */
  public List<Fault> between(Instant from, Instant to) {
    return faults.stream()
        .filter(fault -> !fault.from().isAfter(to) && !fault.until().plus(recovery).isBefore(from))
        .toList();
  }

  private record Window(Instant from, Instant until) {}
}
