package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that differs came later, or earlier, by one span: one wait has changed.
 *
 * @param from where the first of it was expected
 * @param by negative when it came earlier
 */
public record Shift(Instant from, Duration by) {

  /** Null where the differences have not that in common. */
  static @Nullable Shift of(Case played, List<Difference> differences) {
    Set<Duration> spans =
        differences.stream()
            .map(Difference::shift)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (spans.size() != 1 || differences.size() < 2) {
      return null;
    }
    Duration by = spans.iterator().next();
    Instant first =
        differences.stream()
            .flatMap(it -> Stream.ofNullable(it.expected()))
            .map(it -> it.from())
            .min(Instant::compareTo)
            .orElse(played.start());
    Shift shift = new Shift(first, by);
    return differences.stream().allMatch(it -> it.shift() != null || shift.isCutOff(played, it))
        ? shift
        : null;
  }

  /** Whether the case ends before it would have come. */
  private boolean isCutOff(Case played, Difference it) {
    return it.expected() != null
        && it.happened() == null
        && it.expected().from().plus(by).isAfter(played.until());
  }

  /** The same differences; of what did not come any more, that the case ended before it. */
  List<Difference> told(List<Difference> differences) {
    return differences.stream()
        .map(it -> it.shift() == null ? it.with("the case ended before it") : it)
        .toList();
  }

  /** {@code everything from +2m on is 1m later than expected}. */
  String text(Case played) {
    return "everything from %s on is %s than expected"
        .formatted(
            Nearest.offset(played, from),
            by.isNegative() ? Spans.text(by.negated()) + " earlier" : Spans.text(by) + " later");
  }
}
