package io.tocsin.allinone.cases.simulation;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A judged alert, to be compared and to be read. */
final class Judged {
  private Judged() {}

  static Map<String, List<String>> fields(ClassifiedAlert alert, AlertDisposition disposition) {
    return Map.of(
        "severity", List.of(level(alert)),
        "rule", List.of(alert.decidedBy().name()),
        "service", List.of(alert.service()),
        "team", List.of(alert.team().value()),
        "environment", List.of(alert.alert().environment()),
        "facts", List.copyOf(new TreeSet<>(alert.facts())),
        "unknown", List.of(String.valueOf(alert.unknown())),
        "becomes", List.of(becomes(disposition)),
        "contains", List.of(alert.decidedBy().text()));
  }

  static String text(ClassifiedAlert alert, AlertDisposition disposition) {
    return "%s (%s, %s, %s): %s by %s, %s%s"
        .formatted(
            alert.alert().title(),
            alert.service(),
            alert.alert().environment(),
            alert.alert().signal().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            alert.unknown() ? level(alert) + "-unknown" : level(alert),
            alert.decidedBy().name(),
            becomes(disposition),
            disposition.incident() == null ? "" : " " + disposition.incident());
  }

  private static String level(ClassifiedAlert alert) {
    return alert.alarm() ? alert.severity().name() : "none";
  }

  private static String becomes(AlertDisposition disposition) {
    return disposition.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
