package io.tocsin.allinone.cases.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to say of a name that is none. */
final class Names {
  private static final int MOST_LISTED = 24;

  private Names() {}

  /** {@code did you mean 'page'? use page, state or event}. */
  static String remedy(String wrong, Collection<String> known) {
    String use =
        known.size() <= MOST_LISTED
            ? "use " + oneOf(known)
            : "there are " + known.size() + ", such as " + oneOf(known.stream().limit(3).toList());
    return nearest(wrong, known).map(name -> "did you mean '" + name + "'? " + use).orElse(use);
  }

  /** {@code a, b or c}. */
  static String oneOf(Collection<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  private static Optional<String> nearest(String wrong, Collection<String> known) {
    String word = wrong.toLowerCase(Locale.ROOT);
    int most = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
    return known.stream()
        .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= most)
        .min(Comparator.comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT))));
  }

  /** How many letters differ: Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
