package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.provider.Latest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Wrong codes of each number: four digits must not be found by trying. */
final class Guesses {
  private static final int ALLOWED = 5;
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final int NUMBERS = 1_000;

  private final Map<String, Deque<Instant>> wrong = Latest.entered(NUMBERS);

  synchronized void wrong(String number, Instant at) {
    wrong.computeIfAbsent(number, any -> new ArrayDeque<>()).addLast(at);
  }

  synchronized boolean areTooMany(String number, Instant now) {
    Deque<Instant> times = wrong.get(number);
    if (times == null) {
      return false;
    }
    while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WITHIN))) {
      times.removeFirst();
    }
    return times.size() >= ALLOWED;
  }
}
