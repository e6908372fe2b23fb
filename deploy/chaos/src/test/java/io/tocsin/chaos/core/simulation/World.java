package io.tocsin.chaos.core.simulation;

import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.core.Stored;
import io.tocsin.contracts.events.TeamPartitioner;
import io.tocsin.contracts.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** Time, chance, Kafka and what breaks. Time passes only by what is still to be done. */
final class World {
  final Random random;
  final List<Fault> faults = new ArrayList<>();
  private final List<Stored<?>> records = new ArrayList<>();
  private final Map<String, Long> ends = new HashMap<>();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
  private Instant now;
  private long numbers;

  World(long seed, Instant start) {
    this.random = new Random(seed);
    this.now = start;
  }

  Instant now() {
    return now;
  }

  List<Stored<?>> records() {
    return records;
  }

  <V> void write(Topic<V> topic, String key, V value) {
    int partition = TeamPartitioner.partition(topic.name(), key, topic.partitions());
    long offset = ends.merge(topic.name() + "/" + partition, 1L, Long::sum) - 1;
    records.add(new Stored<>(topic.name(), partition, offset, now, key, value));
  }

  /** Done by {@code process}: later when it is broken then. */
  void at(Instant time, String process, Runnable action) {
    Instant when = time.isBefore(now) ? now : time;
    tasks.add(new Task(when, numbers++, process, action, false));
  }

  /** As {@link #at}, and not done any more once the run is over. */
  void whenDue(Instant time, String process, Runnable action) {
    Instant when = time.isBefore(now) ? now : time;
    tasks.add(new Task(when, numbers++, process, action, true));
  }

  void in(Duration delay, String process, Runnable action) {
    at(now.plus(delay), process, action);
  }

  Duration between(int from, int to) {
    return Duration.ofMillis(from + random.nextInt(to - from));
  }

  /** Whether {@code target} is broken now. */
  boolean isBroken(String target) {
    return faults.stream().anyMatch(fault -> isBroken(fault, target));
  }

  private boolean isBroken(Fault fault, String target) {
    return fault.target().equals(target)
        && !now.isBefore(fault.from())
        && now.isBefore(fault.until());
  }

  /** Does all that is to be done until {@code end}. */
  void runUntil(Instant end) {
    while (!tasks.isEmpty() && !tasks.peek().at.isAfter(end)) {
      doNext();
    }
    now = end.isAfter(now) ? end : now;
  }

  /** Does all that is left, but for what only falls due. */
  void drain() {
    tasks.removeIf(Task::deadline);
    while (!tasks.isEmpty()) {
      doNext();
      tasks.removeIf(Task::deadline);
    }
  }

  private void doNext() {
    Task next = tasks.remove();
    now = next.at;
    faults.stream()
        .filter(fault -> fault.target().equals(next.process))
        .filter(fault -> !now.isBefore(fault.from()) && now.isBefore(back(fault)))
        .findFirst()
        .ifPresentOrElse(fault -> tasks.add(next.postponedTo(back(fault))), next.action::run);
  }

  /** A process that is healed begins where it stood, before it takes anything new. */
  private static Instant back(Fault fault) {
    return fault.until().plusSeconds(1);
  }

  private record Task(Instant at, long number, String process, Runnable action, boolean deadline) {
    Task postponedTo(Instant later) {
      return new Task(later, number, process, action, deadline);
    }
  }
}
