package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.Happening.Weight;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import java.util.List;
import java.util.Map;

/** An incident's event, to be compared and to be read. */
final class Told {
  private Told() {}

  static Map<String, List<String>> fields(IncidentEvent event) {
    return Map.of(
        "event", List.of(event.change().wireName()),
        "incident", List.of(String.valueOf(event.incident())),
        "reason", List.of(event.reason().name()),
        "by", List.of(event.by().id()),
        "contains", List.of(event.reason().text()));
  }

  static String text(IncidentEvent event) {
    String incident = event.incident() == null ? "" : event.incident() + " ";
    String by = event.by().equals(Actor.TOCSIN) ? "" : " by " + event.by().id();
    return (incident + details(event.change())).strip() + by;
  }

  private static String details(IncidentChange change) {
    if (change instanceof IncidentChange.Opened opened) {
      return "%s %s"
          .formatted(
              opened.assessment().unknown()
                  ? opened.assessment().severity() + "-unknown"
                  : opened.assessment().severity(),
              opened.subject().service());
    } else if (change instanceof IncidentChange.SeverityRaised raised) {
      return raised.from() + " to " + raised.to();
    } else if (change instanceof IncidentChange.SeverityLowered lowered) {
      return lowered.from() + " to " + lowered.to();
    } else if (change instanceof IncidentChange.RoundStarted round) {
      return "round " + round.round();
    } else if (change instanceof IncidentChange.RungPassed passed) {
      return "rung %d, %s".formatted(passed.rung() + 1, passed.role());
    } else if (change instanceof IncidentChange.RungCalled called) {
      return "rung %d, %s by %s"
          .formatted(called.rung() + 1, called.role(), called.channel().wireName());
    } else if (change instanceof IncidentChange.HandedOver handed) {
      return "to " + handed.to().id();
    } else if (change instanceof IncidentChange.CommandRefused refused) {
      return "refused to " + refused.command();
    }
    return "";
  }

  /** What a page says already, and what alerts say, stands aside. */
  static Weight weight(IncidentChange change) {
    if (change instanceof IncidentChange.CommandRefused) {
      return Weight.TELLS;
    }
    return change instanceof IncidentChange.RungCalled
            || change instanceof IncidentChange.PageSettled
            || change instanceof IncidentChange.OfAlert
        ? Weight.ASIDE
        : Weight.PLAIN;
  }
}
