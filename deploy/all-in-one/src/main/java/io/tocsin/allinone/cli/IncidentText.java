package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An incident for a person at a terminal. */
final class IncidentText {
  private IncidentText() {}

  /** {@code RX-142 P1 open prescription-api (production) nobody All checks fail}. */
  static String line(Incident incident) {
    return "%-8s %s  %-13s %s (%s)  %s  %s"
        .formatted(
            incident.id(),
            level(incident),
            state(incident),
            incident.subject().service(),
            incident.subject().environment(),
            name(incident.response().owner()),
            plain(incident.subject().title()));
  }

  static String page(Incident incident) {
    StringBuilder text = new StringBuilder(line(incident)).append('\n');
    row(text, "why", incident.assessment().decidedBy().text());
    row(text, "alerts", incident.alerts().firing() + " firing of " + incident.alerts().total());
    row(text, "acknowledged by", name(incident.response().acknowledgedBy()));
    row(text, "started", incident.milestones().startedAt());
    row(text, "opened", incident.milestones().openedAt());
    row(text, "acknowledged", incident.milestones().acknowledgedAt());
    row(text, "monitoring", incident.milestones().monitoringAt());
    row(text, "ended", incident.milestones().endedAt());
    row(text, "pages", incident.pageCount());
    row(text, "next", deadlines(incident));
    return text.toString();
  }

  /** What its ladder goes by, when that is not what would be decided by now. */
  static String earlierPolicy(Incident incident) {
    StringBuilder text = new StringBuilder();
    row(
        text,
        "policy",
        "under an earlier one, %.12s: it keeps that ladder, cadence and templates until 'policy'"
            .formatted(incident.policy()));
    return text.toString();
  }

  /** {@code 2026-01-05T10:00:00Z dana acknowledged: on it}: one line of the timeline. */
  static String entry(EngineApi.Entry entry) {
    String text = entry.text() == null ? "" : ": " + plain(entry.text());
    return "  %s  %-10s %s%s"
        .formatted(
            entry.at(),
            name(entry.by()),
            entry.change() == null ? "something changed" : what(entry.change()),
            text);
  }

  private static String what(IncidentChange change) {
    if (change instanceof IncidentChange.RungCalled called) {
      return "called %s by %s, page %d"
          .formatted(called.recipient(), called.channel().wireName(), called.page());
    } else if (change instanceof IncidentChange.RungPassed passed) {
      return "passed over " + passed.role();
    } else if (change instanceof IncidentChange.PageSettled settled) {
      return "page %d %s".formatted(settled.page(), DeliveryText.state(settled.outcome()));
    } else if (change instanceof IncidentChange.CommandRefused refused) {
      return "refused to " + refused.command();
    }
    return change
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static String deadlines(Incident incident) {
    return incident.deadlines().entrySet().stream()
        .sorted(Map.Entry.<TimerName, Instant>comparingByValue())
        .map(
            deadline ->
                deadline.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " at "
                    + deadline.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder text, String label, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      text.append("  %-16s %s%n".formatted(label, plain(value.toString())));
    }
  }

  private static String level(Incident incident) {
    return incident.assessment().severity() + (incident.assessment().unknown() ? "?" : " ");
  }

  private static String state(Incident incident) {
    return incident.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String name(@Nullable Actor actor) {
    return actor == null ? "nobody" : actor.id();
  }

  /** A title comes from outside: no control character of it reaches the terminal. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
