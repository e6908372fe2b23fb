package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A timeline for a person at a terminal: one line each, what differs marked with {@code >}. */
public final class TimelineText {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm:ss", Locale.ENGLISH);

  private TimelineText() {}

  /** The whole case: what it is, and its lines. */
  public static String of(Verdict verdict) {
    Case played = verdict.played();
    StringBuilder text = new StringBuilder(head(verdict));
    new Timeline(verdict).lines().forEach(line -> text.append(line(played, line)).append('\n'));
    if (verdict.shift() != null) {
      text.append("  ").append(verdict.shift().text(played)).append('\n');
    }
    return text.toString();
  }

  /** {@code FAILED digital-prescriptions/cases/ladder.yaml:3: name}, and what it is about. */
  static String head(Verdict verdict) {
    Case played = verdict.played();
    String about =
        verdict.outcome() == Verdict.Outcome.PASSES_NOW
            ? "everything is as expected now: remove 'pending: %s'".formatted(played.pending())
            : "%s; times are of %s"
                .formatted(
                    played.shows().isEmpty()
                        ? "shows no requirement"
                        : "shows " + String.join(", ", played.shows()),
                    played.zone());
    return "%s %s: %s%n  %s%n"
        .formatted(word(verdict.outcome()), played.place(), plain(played.name()), about);
  }

  static String line(Case played, Timeline.Line line) {
    Difference difference = line.difference();
    StringBuilder text =
        new StringBuilder(
            "%s %-9s %s  %-18s %s"
                .formatted(
                    difference == null ? " " : ">",
                    Nearest.offset(played, line.at()),
                    local(played, line.at()),
                    line.label(),
                    plain(line.text())));
    if (line.happening() != null && !line.happening().why().isEmpty()) {
      text.append(" | ").append(plain(line.happening().why()));
    }
    if (difference != null) {
      text.append("  <- ").append(plain(difference.text()));
      Expectation expected = difference.expected();
      if (expected != null && difference.needsPlace()) {
        text.append(" (").append(expected.place().brief()).append(')');
      }
    }
    return text.toString();
  }

  private static String local(Case played, Instant at) {
    return LOCAL.format(at.atZone(played.zone()));
  }

  private static String word(Verdict.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED, PASSES_NOW -> "FAILED";
      case PENDING -> "pending";
    };
  }

  /** Titles come from outside: no control character of them reaches the terminal. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
