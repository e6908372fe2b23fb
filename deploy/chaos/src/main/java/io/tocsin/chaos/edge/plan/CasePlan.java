package io.tocsin.chaos.edge.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a seed's alerts are about.
 *
 * @param storms few, each with many monitors: where most of the load attaches
 * @param outages many, each rings on its own
 * @param murmurs what wakes nobody
 */
record CasePlan(List<Case> storms, List<Case> outages, List<Case> murmurs) {
  private static final int OUTAGES = 14;

  static CasePlan of(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + 1);
    String name = "s" + seed;
    List<Case> storms =
        List.of(
            new Case(name + "st1", "RX", "prescription-api", "is unavailable"),
            new Case(name + "st2", "HP", "health-portal", "answers slowly"),
            new Case(name + "st3", "MS", "supply-reordering", "API error"));
    List<Case> outages = new ArrayList<>();
    for (int number = 1; number <= OUTAGES; number++) {
      outages.add(outage(name + "o" + number, random.nextInt(6)));
    }
    List<Case> murmurs =
        List.of(
            new Case(name + "m1", "MS", "supply-reordering", "browser error"),
            new Case(name + "m2", "RX", "patient-portal", "has a cosmetic glitch"));
    return new CasePlan(storms, List.copyOf(outages), murmurs);
  }

  private static Case outage(String name, int kind) {
    return switch (kind) {
      case 0, 1 -> new Case(name, "RX", "prescription-api", "is unavailable");
      case 2 -> new Case(name, "RX", "prescription-db", "is unavailable");
      case 3 -> new Case(name, "HP", "health-api", "is unavailable");
      case 4 -> new Case(name, "MS", "supply-reordering", "is unavailable");
      default -> new Case(name, "RX", "patient-portal", "is unavailable");
    };
  }
}
