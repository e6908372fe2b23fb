package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stand-in for services that call somebody when beats stop, and for the test receiver in which
 * canaries end. It calls nobody, and a restart begins anew: what counts is the last beat.
 */
public final class Heartbeats {
  private static final int MOST_NAMES = 100;
  private static final int LATEST = 20;

  private final Map<String, Heartbeat> byName =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Heartbeat> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /** A beat under {@code name}. */
  public synchronized void beat(String name, Instant now) {
    byName.merge(
        name,
        new Heartbeat(name, now, now, 1, List.of(now)),
        (known, first) -> known.again(first.last()));
  }

  /** All of them, in the order in which they first beat. */
  public synchronized List<Heartbeat> all() {
    return List.copyOf(byName.values());
  }

  /**
   * What is known under one name.
   *
   * @param beats since {@code first}
   * @param latest the latest of them, in the order in which they came
   */
  public record Heartbeat(
      String name, Instant first, Instant last, long beats, List<Instant> latest) {
    public Heartbeat {
      latest = List.copyOf(latest);
    }

    Heartbeat again(Instant now) {
      List<Instant> kept =
          Stream.concat(
                  latest.stream().skip(Math.max(0, latest.size() - LATEST + 1)), Stream.of(now))
              .toList();
      return new Heartbeat(name, first, now, beats + 1, kept);
    }
  }
}
