package io.tocsin.notifier.edge.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider could not be told yet and must be told in the end. What is to be said to the same
 * recipient about the same incident afterwards waits behind it, so that order is kept; a page does
 * not wait.
 */
final class Owed {
  private final Map<Errand.Line, Deque<Errand>> lines = new HashMap<>();
  private int size;

  /** Puts {@code errand} behind what is owed to the same recipient; false when nothing is. */
  synchronized boolean joins(Errand errand) {
    Deque<Errand> line = lines.get(errand.line());
    if (errand.isPage() || line == null || line.peekFirst() == errand) {
      return false;
    }
    line.addLast(errand);
    errand.rest();
    size++;
    return true;
  }

  /** {@code errand} could not be said: it is owed. */
  synchronized void put(Errand errand) {
    Deque<Errand> line = lines.computeIfAbsent(errand.line(), any -> new ArrayDeque<>());
    if (line.peekFirst() != errand) {
      line.addFirst(errand);
      size++;
    }
    errand.rest();
  }

  /** {@code errand} has ended; what is to be said next, if it waited behind. */
  synchronized Optional<Errand> end(Errand errand) {
    Deque<Errand> line = lines.get(errand.line());
    if (line == null || line.peekFirst() != errand) {
      return Optional.empty();
    }
    line.removeFirst();
    size--;
    if (line.isEmpty()) {
      lines.remove(errand.line());
    }
    return Optional.ofNullable(line.peekFirst());
  }

  synchronized int size() {
    return size;
  }
}
