package io.tocsin.contracts.policy.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** The one of {@code names} that differs least from {@code written}; empty when none is near. */
  static Optional<String> to(String written, Collection<String> names) {
    int far = Math.max(written.length() < 3 ? 1 : 2, written.length() / 3);
    return names.stream()
        .filter(name -> distance(written, name) <= far)
        .min(Comparator.comparingInt((String name) -> distance(written, name)));
  }

  /** Levenshtein's: how many letters to add, drop or change. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
