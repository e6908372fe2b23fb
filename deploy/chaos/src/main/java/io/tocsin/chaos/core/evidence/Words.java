package io.tocsin.chaos.core.evidence;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Command;
import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import java.util.Locale;

/** Records as somebody reads them at night. */
public final class Words {
  private Words() {}

  static Line of(Webhook webhook) {
    return new Line(
        webhook.sent(),
        "driver",
        "sent %s for %s (%s): %s"
            .formatted(
                webhook.transition(),
                webhook.service(),
                webhook.token(),
                answered(webhook.status())));
  }

  static Line of(Command command) {
    return new Line(
        command.sent(),
        "driver",
        "%s asked for %s of %s (%s): %s"
            .formatted(
                command.person(),
                command.action(),
                command.incident() == null ? "a new incident" : command.incident(),
                command.id(),
                answered(command.status())));
  }

  static Line of(Deed deed) {
    return new Line(
        deed.at(),
        "driver",
        "asked for %s of %s by %s (%s): %s"
            .formatted(
                deed.action(),
                deed.incident(),
                deed.via(),
                deed.said(),
                deed.told() ? "taken" : "not taken"));
  }

  private static String answered(int status) {
    return status == 0 ? "no answer" : "answered " + status;
  }

  static Line of(IncidentEvent event) {
    String cause = event.causedBy() == null ? "" : ", caused by " + event.causedBy();
    return new Line(
        event.at(),
        "engine",
        "#%d %s%s: %s%s"
            .formatted(
                event.sequence(),
                spoken(event.change().getClass().getSimpleName()),
                details(event.change()),
                event.reason().text(),
                cause));
  }

  private static String details(IncidentChange change) {
    if (change instanceof IncidentChange.Opened opened) {
      return " at %s (%s)".formatted(opened.assessment().severity(), opened.subject().title());
    }
    if (change instanceof IncidentChange.OfAlert ofAlert) {
      return " by alert " + ofAlert.alert();
    }
    if (change instanceof IncidentChange.RungCalled called) {
      return " %d of round %d, %s by %s, page %d, next at %s"
          .formatted(
              called.rung(),
              called.round(),
              called.recipient(),
              called.channel().wireName(),
              called.page(),
              called.next());
    }
    if (change instanceof IncidentChange.PageSettled settled) {
      return " %d %s".formatted(settled.page(), settled.outcome());
    }
    return "";
  }

  static Line of(Incident incident, java.time.Instant at) {
    return new Line(
        at,
        "topic",
        "incidents says %s at revision %d".formatted(incident.state(), incident.revision()));
  }

  static Line of(Notification notification) {
    return new Line(
        notification.requestedAt(),
        "engine",
        "asks to %s %s, pages %s"
            .formatted(
                notification.act().name().toLowerCase(Locale.ROOT),
                notification.id(),
                notification.pages()));
  }

  static Line of(DeliveryReceipt receipt) {
    return new Line(
        receipt.at(),
        "notifier",
        "%s %s: %s".formatted(receipt.notification(), receipt.outcome(), receipt.reason().text()));
  }

  static Line of(AlertDisposition disposition) {
    return new Line(
        disposition.at(),
        "engine",
        "alert %s ended as %s%s: %s"
            .formatted(
                disposition.alert(),
                disposition.outcome(),
                disposition.incident() == null ? "" : " in " + disposition.incident(),
                disposition.reason().text()));
  }

  static Line of(Arrival arrival) {
    return new Line(
        arrival.at(),
        "PagerDuty",
        "%s %s %s"
            .formatted(
                arrival.taken() ? "took" : "refused",
                arrival.action().name().toLowerCase(Locale.ROOT),
                arrival.dedupKey()));
  }

  static Line of(Fault fault) {
    return new Line(
        fault.from(),
        "chaos",
        "%s of %s, healed at %s"
            .formatted(spoken(fault.kind().name()), fault.target(), fault.until()));
  }

  /** {@code RungCalled} and {@code CLOCK_JUMP} as people say them: {@code rung called}. */
  public static String spoken(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])|_", " ").toLowerCase(Locale.ROOT);
  }
}
