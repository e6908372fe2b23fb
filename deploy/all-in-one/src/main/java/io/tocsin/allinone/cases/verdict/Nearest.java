package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Night;
import io.tocsin.allinone.cases.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What came closest to what did not come: mostly it is a minute or a method away. */
final class Nearest {
  private static final String OUTCOME = "outcome";
  private static final List<String> DELIVERED = List.of("delivered");

  private Nearest() {}

  /**
   * @param taken what other expectations have found
   */
  static String text(Case played, Night night, Set<Happening> taken, Expectation expectation) {
    if (expectation.isToCome()) {
      return "nothing in Tocsin does this yet";
    }
    if (expectation.from().isAfter(played.until())) {
      return "the case ends before it";
    }
    Optional<Happening> sameElsewhere = elsewhere(night, taken, expectation);
    if (sameElsewhere.isPresent()) {
      return "it came at " + offset(played, sameElsewhere.get().at());
    }
    return night.happenings().stream()
        .filter(it -> it.word() == expectation.word() && !taken.contains(it))
        .filter(it -> !it.at().isBefore(expectation.from()) && !it.at().isAfter(expectation.to()))
        .min(Comparator.comparing(it -> -likeness(expectation, it)))
        .map(it -> "what came instead: " + instead(expectation, it))
        .orElse(
            expectation.to().isBefore(played.until())
                ? "nothing like it came"
                : "it had not come when the case ended; 'until' lets it go on");
  }

  /** The same at another time, nearest first. */
  static Optional<Happening> elsewhere(Night night, Set<Happening> taken, Expectation expectation) {
    return night.happenings().stream()
        .filter(it -> !taken.contains(it) && Match.of(expectation, it))
        .min(Comparator.comparing(it -> away(expectation, it)));
  }

  private static String instead(Expectation expectation, Happening happening) {
    Set<String> keys = new LinkedHashSet<>(expectation.wanted().keySet());
    if (!DELIVERED.equals(happening.fields().getOrDefault(OUTCOME, DELIVERED))) {
      keys.add(OUTCOME);
    }
    return keys.stream()
        .map(key -> key + ": " + values(happening.fields().getOrDefault(key, List.of())))
        .collect(Collectors.joining(", "));
  }

  private static String values(List<String> values) {
    return values.size() == 1 ? values.get(0) : values.toString();
  }

  private static long likeness(Expectation expectation, Happening happening) {
    return expectation.wanted().entrySet().stream()
        .filter(it -> it.getValue().equals(happening.fields().get(it.getKey())))
        .count();
  }

  private static Duration away(Expectation expectation, Happening happening) {
    return Duration.between(expectation.from(), happening.at()).abs();
  }

  static String offset(Case played, Instant at) {
    return "+" + Spans.text(Duration.between(played.start(), at));
  }
}
