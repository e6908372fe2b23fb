package io.tocsin.allinone.cases.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Virtual time: what is still to be done, in order. It passes only by being done. */
final class Agenda {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          Comparator.comparing(Task::at).thenComparing(Task::turn).thenComparing(Task::number));
  private final Consumer<RuntimeException> faults;
  private Instant now;
  private Instant awayUntil = Instant.MIN;
  private long numbers;

  /**
   * @param faults told of a task that threw; the others go on, as they would at night
   */
  Agenda(Instant start, Consumer<RuntimeException> faults) {
    this.now = start;
    this.faults = faults;
  }

  /** Who comes first of what is due at the same moment: people before deadlines. */
  enum Turn {
    OUTSIDE,
    PROVIDER,
    DEADLINE
  }

  Instant now() {
    return now;
  }

  void at(Instant when, Turn turn, Runnable action) {
    tasks.add(new Task(when.isBefore(now) ? now : when, turn, numbers++, action));
  }

  /** From now on nothing is done before {@code until}; what is due meanwhile is done then. */
  void awayUntil(Instant until) {
    awayUntil = until;
  }

  /** Does all that is to be done until {@code end}, and at it. */
  void runUntil(Instant end) {
    while (!tasks.isEmpty() && !tasks.peek().at.isAfter(end)) {
      Task next = tasks.remove();
      if (next.at.isBefore(awayUntil)) {
        tasks.add(new Task(awayUntil, next.turn, next.number, next.action));
      } else {
        now = next.at;
        run(next);
      }
    }
    now = end.isAfter(now) ? end : now;
  }

  private void run(Task task) {
    try {
      task.action.run();
    } catch (RuntimeException e) {
      faults.accept(e);
    }
  }

  private record Task(Instant at, Turn turn, long number, Runnable action) {}
}
