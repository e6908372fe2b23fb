package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider's word does: a page that failed moves the ladder on at once, also one that its
 * provider took and that nobody answered.
 */
final class ReceiptDecider {
  private final DeliveryReceipt receipt;
  private final Incident incident;
  private final Instant now;
  private final Rulebook rulebook;

  ReceiptDecider(DeliveryReceipt receipt, Incident incident, Instant now, Rulebook rulebook) {
    this.receipt = receipt;
    this.incident = incident;
    this.now = now;
    this.rulebook = rulebook;
  }

  Decision decide() {
    if (isTicket() && incident.milestones().ticketedAt() == null) {
      Story story = Story.of(incident, now);
      story.tell(new IncidentChange.TicketOpened(), receipt.reason());
      return FollowUp.of(story, rulebook).end();
    }
    Optional<Page> page =
        incident.pages().stream()
            .filter(open -> open.notification().equals(receipt.notification()))
            .filter(open -> !open.accepted() || isLaterWord())
            .findFirst();
    if (receipt.act() != Notification.Act.PAGE || page.isEmpty()) {
      return Decision.nothing(incident);
    }
    Story story = Story.of(incident, now);
    int number = page.get().n();
    story.tell(
        new IncidentChange.PageSettled(number, receipt.notification(), receipt.outcome()),
        receipt.reason());
    boolean failed =
        receipt.outcome() == DeliveryReceipt.Outcome.FAILED
            || receipt.outcome() == DeliveryReceipt.Outcome.UNKNOWN;
    if (failed && number == incident.pageCount() && isStillClimbing()) {
      new LadderWalk(story, rulebook)
          .nextMethod(
              new Reason(
                  "method-failed",
                  "%s could not reach %s: %s"
                      .formatted(
                          receipt.channel().wireName(),
                          receipt.recipient(),
                          receipt.reason().text())));
    }
    return FollowUp.of(story, rulebook).end();
  }

  /** RUN-04.3: the provider took the first message to the ticket. */
  private boolean isTicket() {
    return !incident.state().isOver()
        && receipt.recipient().equals(Communication.Told.TICKET)
        && receipt.outcome() == DeliveryReceipt.Outcome.DELIVERED;
  }

  /** Word of a page that its provider took: it rang, somebody heard it, or nobody did. */
  private boolean isLaterWord() {
    return switch (receipt.outcome()) {
      case ARRIVED, HEARD, FAILED -> true;
      case DELIVERED, DROPPED, UNKNOWN -> false;
    };
  }

  /** A call that somebody asked for after the acknowledgement goes on to the next method too. */
  private boolean isStillClimbing() {
    boolean wanted =
        incident.state() == IncidentState.OPEN
            || receipt.notification().sequence() > incident.response().quietedAt();
    return wanted && !incident.state().isOver() && !incident.ladder().ended();
  }
}
