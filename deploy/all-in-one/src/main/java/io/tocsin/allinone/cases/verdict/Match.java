package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether something is what was expected. */
final class Match {
  private static final String CONTAINS = "contains";
  private static final String OUTCOME = "outcome";

  /** A page counts as come when its provider took it. */
  private static final List<String> TAKEN = List.of("delivered");

  private Match() {}

  static boolean of(Expectation expectation, Happening happening) {
    if (expectation.word() != happening.word()) {
      return false;
    }
    boolean taken =
        expectation.word() != Wanted.Page.class
            || expectation.wanted().containsKey(OUTCOME)
            || TAKEN.equals(happening.fields().get(OUTCOME));
    return taken && fields(expectation.wanted(), happening.fields());
  }

  static boolean fields(Map<String, List<String>> wanted, Map<String, List<String>> found) {
    return wanted.entrySet().stream()
        .allMatch(
            entry ->
                one(
                    entry.getKey(),
                    entry.getValue(),
                    found.getOrDefault(entry.getKey(), List.of())));
  }

  /** A text must be contained, whatever its case; of a list, each item must be there. */
  private static boolean one(String key, List<String> wanted, List<String> found) {
    if (key.equals(CONTAINS)) {
      String text = String.join("\n", found).toLowerCase(Locale.ROOT);
      return wanted.stream().allMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)));
    }
    Set<String> all = new HashSet<>(found);
    return all.containsAll(wanted);
  }
}
