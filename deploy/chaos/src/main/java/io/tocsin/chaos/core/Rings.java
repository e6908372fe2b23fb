package io.tocsin.chaos.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How PagerDuty rings. */
public final class Rings {
  private Rings() {}

  /**
   * How often {@code arrivals} ring somebody, in their order: a trigger of an open key rings
   * nobody, any other rings.
   */
  public static int of(List<Arrival> arrivals) {
    Set<String> open = new HashSet<>();
    int rings = 0;
    for (Arrival arrival : arrivals) {
      if (!arrival.taken()) {
        continue;
      }
      if (arrival.action() == Arrival.Action.RESOLVE) {
        open.remove(arrival.dedupKey());
      } else if (arrival.action() == Arrival.Action.TRIGGER && open.add(arrival.dedupKey())) {
        rings++;
      }
    }
    return rings;
  }
}
