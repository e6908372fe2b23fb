package io.tocsin.alertingest.edge.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last deliveries that were accepted, and what was made of them. */
final class Repeats<T> {
  /** At this many a second a sender's repeats within a minute are known. */
  static final int MOST = 10_000;

  private final Map<String, T> byName =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<T> of(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  synchronized void put(String name, T made) {
    byName.put(name, made);
  }
}
