package io.tocsin.notifier.edge.slack;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.incident;

import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import java.util.List;
import java.util.Map;

/** Notifications for Slack. */
final class Told {
  static final String TITLE = "API errors on 30 % of requests";

  private Told() {}

  static Notification page(long revision, String recipient) {
    return of(revision, recipient, Act.PAGE, MessageKind.PAGE, IncidentState.OPEN, TITLE);
  }

  static Notification page(long number, long revision, String recipient) {
    return of(number, revision, recipient, Act.PAGE, MessageKind.PAGE, IncidentState.OPEN, TITLE);
  }

  static Notification tell(long revision, String recipient, MessageKind kind) {
    return of(revision, recipient, Act.TELL, kind, state(kind), TITLE);
  }

  static Notification refresh(long revision, String recipient, IncidentState state) {
    return of(revision, recipient, Act.REFRESH, MessageKind.INCIDENT_MESSAGE, state, TITLE);
  }

  static Notification acknowledged(long revision, String recipient) {
    return of(
        revision,
        recipient,
        Act.ACKNOWLEDGE,
        MessageKind.ACKNOWLEDGED,
        IncidentState.ACKNOWLEDGED,
        TITLE);
  }

  private static IncidentState state(MessageKind kind) {
    return switch (kind) {
      case ACKNOWLEDGED, UPDATE, FINDING, STAKEHOLDER_NOTICE -> IncidentState.ACKNOWLEDGED;
      case RESOLUTION_NOTICE, TICKET_CLOSED -> IncidentState.RESOLVED;
      default -> IncidentState.OPEN;
    };
  }

  static Notification of(
      long revision,
      String recipient,
      Act act,
      MessageKind kind,
      IncidentState state,
      String title) {
    return of(142, revision, recipient, act, kind, state, title);
  }

  private static Notification of(
      long number,
      long revision,
      String recipient,
      Act act,
      MessageKind kind,
      IncidentState state,
      String title) {
    return new Notification(
        NotificationId.of(incident(number), revision, Channel.SLACK, recipient),
        incident(number),
        revision,
        Channel.SLACK,
        recipient,
        act,
        act == Act.TELL || act == Act.REFRESH ? List.of() : List.of(1),
        new Notification.Content(
            Severity.P2,
            false,
            title,
            "prescription-api",
            "production",
            NOW.minusSeconds(60),
            act == Act.PAGE ? "on-call" : null,
            kind,
            state,
            recipient.startsWith("audience:") ? recipient.substring(9) : null,
            state == IncidentState.OPEN ? null : "on-call",
            new Briefing(title, null, List.of(), List.of()),
            Evidence.NONE,
            null,
            said(kind, title)),
        null,
        new Reason("told", "who is to know it is told"),
        NOW,
        "hash-of-policy");
  }

  private static Map<String, String> said(MessageKind kind, String words) {
    return switch (kind) {
      case ACKNOWLEDGED -> Map.of("by", "on-call", "time", NOW.toString());
      case UPDATE, STAKEHOLDER_NOTICE ->
          Map.of(
              "by",
              "on-call",
              "time",
              NOW.toString(),
              "status",
              "Mitigating",
              "impact",
              words,
              "actions-taken",
              "Restarted one node",
              "next-steps",
              "Watch it");
      case FINDING -> Map.of("by", "lead", "time", NOW.toString(), "finding", words);
      case QUESTIONS -> Map.of("questions", "users\nworkaround");
      case REMINDER -> Map.of("missing", "assessed", "due", NOW.toString());
      case RESOLUTION_NOTICE ->
          Map.of("root-cause", words, "incident-end", NOW.plusSeconds(600).toString());
      default -> Map.of();
    };
  }
}
