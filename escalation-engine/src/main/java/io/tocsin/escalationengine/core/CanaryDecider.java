package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Notification.Content;
import io.tocsin.contracts.events.Reason;
import java.time.Instant;
import java.util.List;

/** What a canary comes to: a notification to the test receiver, and never an incident. */
final class CanaryDecider {
  private CanaryDecider() {}

  static Decision decide(Canary canary, ClassifiedAlert classified, Instant now) {
    Reason reason =
        classified.unknown()
            ? new Reason("canary-not-classified", classified.decidedBy().text())
            : new Reason(Canary.NAME, "it goes on to its test receiver");
    List<Notification> notifications =
        classified.unknown() ? List.of() : List.of(notification(canary, classified, reason, now));
    return new Decision(
        List.of(),
        null,
        notifications,
        new AlertDisposition(
            classified.alert().id(),
            classified.alert().key(),
            classified.team(),
            Outcome.CANARY,
            null,
            reason,
            now),
        null);
  }

  private static Notification notification(
      Canary canary, ClassifiedAlert classified, Reason reason, Instant now) {
    Instant sentAt = classified.alert().occurredAt();
    IncidentId flight = canary.flight(sentAt);
    return new Notification(
        canary.notification(flight),
        flight,
        1,
        Channel.PROBE,
        Canary.NAME,
        Act.TELL,
        List.of(),
        Content.page(
            classified.severity(),
            false,
            classified.alert().title(),
            classified.service(),
            classified.alert().environment(),
            sentAt,
            null),
        null,
        reason,
        now,
        classified.policy());
  }
}
