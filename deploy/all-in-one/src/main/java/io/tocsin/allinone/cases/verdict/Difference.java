package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Spans;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as the case says.
 *
 * @param at where on the timeline it belongs
 * @param expected what was expected; null when nothing was
 * @param happened what happened; null when nothing did
 * @param shift how much later it happened than expected, or earlier; null where that is not what
 *     differs
 * @param text for a person
 */
public record Difference(
    Instant at,
    @Nullable Expectation expected,
    @Nullable Happening happened,
    @Nullable Duration shift,
    String text) {

  /** It happened, at another time than expected. */
  static Difference shifted(Expectation expected, Happening happened) {
    Duration shift = Duration.between(expected.from(), happened.at());
    return new Difference(
        happened.at(),
        expected,
        happened,
        shift,
        shift.isNegative()
            ? "expected %s later".formatted(Spans.text(shift.negated()))
            : "expected %s earlier".formatted(Spans.text(shift)));
  }

  /** Nothing happened that was expected. */
  static Difference missing(Instant at, Expectation expected, String text) {
    return new Difference(at, expected, null, null, text);
  }

  /** What should not have happened. */
  static Difference wrong(Happening happened, @Nullable Expectation expected, String text) {
    return new Difference(happened.at(), expected, happened, null, text);
  }

  /** The same said otherwise. */
  Difference with(String other) {
    return new Difference(at, expected, happened, shift, other);
  }

  /** Whether its text leaves open which expectation it is about. */
  boolean needsPlace() {
    return expected != null && (happened == null || shift != null);
  }
}
