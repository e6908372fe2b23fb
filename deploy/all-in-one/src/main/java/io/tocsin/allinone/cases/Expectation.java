package io.tocsin.allinone.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that is expected.
 *
 * @param from the earliest time
 * @param to the latest
 * @param word the form in which it is written
 * @param wanted the word's own value and its details, by key, in the order in which they are
 *     written
 */
public record Expectation(
    Place place,
    Instant from,
    Instant to,
    Class<? extends Wanted> word,
    Map<String, List<String>> wanted) {

  public Expectation {
    wanted = new LinkedHashMap<>(wanted);
  }

  /** Whether anything in Tocsin can satisfy it today. */
  public boolean isToCome() {
    return Wanted.ToCome.class.isAssignableFrom(word);
  }

  /** {@code page: on-call, by: phone}. */
  public String text() {
    return wanted.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String shown(List<String> values) {
    return values.size() == 1 ? values.get(0) : values.toString();
  }
}
