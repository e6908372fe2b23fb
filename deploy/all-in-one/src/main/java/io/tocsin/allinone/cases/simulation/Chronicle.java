package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Happening.Weight;
import io.tocsin.allinone.cases.Night;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what happens. */
final class Chronicle {
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Night.Standing> standings = new ArrayList<>();
  private final Map<NotificationId, Integer> messages = new HashMap<>();

  private final Message message;

  /**
   * @param read whether the case looks into messages
   */
  Chronicle(Policies policies, boolean read) {
    this.message = new Message(policies, read);
  }

  Night night() {
    return new Night(happenings, standings);
  }

  /** Something that nothing is compared with. */
  void note(Instant at, String label, String text) {
    happenings.add(new Happening(at, label, null, Map.of(), text, "", Weight.PLAIN));
  }

  /** Something that fails the case. */
  void wrong(Instant at, String label, String text) {
    happenings.add(new Happening(at, label, null, Map.of(), text, "", Weight.WRONG));
  }

  void judged(Instant at, ClassifiedAlert alert, AlertDisposition disposition) {
    happenings.add(
        new Happening(
            at,
            "alert",
            Wanted.Judged.class,
            Judged.fields(alert, disposition),
            Judged.text(alert, disposition),
            alert.decidedBy().text(),
            Weight.PLAIN));
  }

  void recognised(Instant at, Recognised runbook) {
    happenings.add(
        new Happening(
            at,
            "runbook",
            Wanted.Runbook.class,
            runbook.fields(),
            runbook.text(),
            "one of its symptoms is in the alert",
            Weight.PLAIN));
  }

  void event(IncidentEvent event) {
    happenings.add(
        new Happening(
            event.at(),
            event.change().wireName(),
            Wanted.Event.class,
            Told.fields(event),
            Told.text(event),
            event.reason().text(),
            Told.weight(event.change())));
  }

  void stands(Instant at, Incident incident) {
    standings.add(new Night.Standing(at, incident));
  }

  /** What becomes of it is written when it is known. */
  void asked(Instant at, Notification notification) {
    messages.put(notification.id(), happenings.size());
    Class<? extends Wanted> word = Message.word(notification);
    happenings.add(
        new Happening(
            at,
            Wanted.word(word),
            word,
            message.fields(notification),
            Message.text(notification, null),
            notification.reason().text(),
            Weight.PLAIN));
  }

  void settled(Notification notification, DeliveryReceipt receipt) {
    Integer place = messages.get(notification.id());
    if (place != null) {
      Happening asked = happenings.get(place);
      happenings.set(
          place,
          asked.with(
              Message.settled(asked.fields(), receipt.outcome()),
              Message.text(notification, receipt),
              notification.reason().text(),
              Message.weight(notification, receipt.outcome())));
    }
  }
}
