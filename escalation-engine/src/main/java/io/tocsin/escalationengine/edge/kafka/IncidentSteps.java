package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Escalation;
import io.tocsin.escalationengine.core.Head;
import io.tocsin.escalationengine.core.Outage;
import io.tocsin.escalationengine.core.Rulebook;
import io.tocsin.escalationengine.core.Stimulus;
import io.tocsin.escalationengine.core.Surroundings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step for each stimulus: gather what is known, decide, write. */
final class IncidentSteps {
  private final TeamStores stores;
  private final Outbox outbox;
  private final Rulebooks rulebooks;

  IncidentSteps(TeamStores stores, Outbox outbox, Rulebooks rulebooks) {
    this.stores = stores;
    this.outbox = outbox;
    this.rulebooks = rulebooks;
  }

  /** A repeated delivery, known by its alert id, changes nothing. */
  Writes alert(ClassifiedAlert classified, Instant now) {
    Writes writes = new Writes();
    String id = "alert/" + classified.alert().id();
    if (stores.wasSeen(id, now)) {
      return writes;
    }
    Head head = head(classified);
    Incident last = head == null ? null : stores.incident(head.last());
    AlertMemory known = last == null ? null : stores.alert(last.id(), classified.alert().key());
    Surroundings surroundings =
        new Surroundings(
            stores.nextNumber(classified.team()),
            head == null ? 0 : head.occurrences(),
            known,
            null);
    Rulebook rulebook =
        last == null || last.state().isOver()
            ? rulebooks.of(classified.policy())
            : rulebooks.of(last);
    Decision decision =
        Escalation.decide(last, new Stimulus.AlertArrived(classified), surroundings, now, rulebook);
    write(classified.team(), last, decision, now, writes);
    remember(classified, decision, writes);
    stores.see(id, now, writes);
    return writes;
  }

  /** A recovery with nothing under its own key may belong to what could not be decided. */
  private @Nullable Head head(ClassifiedAlert classified) {
    Head own = stores.head(classified.groupingKey());
    return own == null && classified.alert().signal() == Signal.RECOVERED
        ? stores.head(Fallback.key(classified))
        : own;
  }

  /** A repeated command, known by its id, makes no new event. */
  Writes command(IncidentCommand command, Instant now) {
    Writes writes = new Writes();
    String id = "command/" + command.id();
    if (stores.wasSeen(id, now)) {
      return writes;
    }
    IncidentId about = command.incident();
    Incident incident = about == null ? null : stores.incident(about);
    Surroundings surroundings = new Surroundings(stores.nextNumber(command.team()), 0, null, null);
    Rulebook rulebook = incident == null ? rulebooks.current() : rulebooks.of(incident);
    Decision decision =
        Escalation.decide(
            incident, new Stimulus.CommandReceived(command), surroundings, now, rulebook);
    write(command.team(), incident, decision, now, writes);
    if (command.action() instanceof CommandAction.Declare && decision.after() != null) {
      Incident opened = decision.after();
      stores.put(opened.subject().groupingKey(), new Head(opened.id(), 1), writes);
    }
    stores.see(id, now, writes);
    return writes;
  }

  Writes receipt(DeliveryReceipt receipt, Instant now) {
    Writes writes = new Writes();
    Incident incident = stores.incident(receipt.incident());
    if (incident != null) {
      Decision decision =
          Escalation.decide(
              incident,
              new Stimulus.ReceiptReceived(receipt),
              Surroundings.NOTHING,
              now,
              rulebooks.of(incident));
      write(incident.id().team(), incident, decision, now, writes);
    }
    return writes;
  }

  /** All deadlines of one incident that have passed. */
  Writes deadlines(Incident incident, @Nullable Outage outage, Instant now) {
    Writes writes = new Writes();
    Decision decision =
        Escalation.decide(
            incident,
            new Stimulus.DeadlinesDue(),
            new Surroundings(1, 0, null, outage),
            now,
            rulebooks.of(incident));
    write(incident.id().team(), incident, decision, now, writes);
    return writes;
  }

  private void write(
      TeamCode team, @Nullable Incident before, Decision decision, Instant now, Writes writes) {
    for (IncidentEvent event : decision.events()) {
      outbox.event(team, event, now, writes);
    }
    Incident after = decision.after();
    if (after != null && !decision.events().isEmpty()) {
      boolean isNew = before == null || !before.id().equals(after.id());
      byte[] value = stores.put(isNew ? null : before, after, writes);
      outbox.incident(after.id().toString(), value, now, writes);
      if (isNew) {
        stores.took(after.id(), writes);
      }
    }
    decision.notifications().forEach(it -> outbox.notification(it, now, writes));
    AlertDisposition disposition = decision.disposition();
    if (disposition != null) {
      outbox.disposition(disposition, now, writes);
    }
  }

  private void remember(ClassifiedAlert classified, Decision decision, Writes writes) {
    Incident after = decision.after();
    if (after == null) {
      return;
    }
    if (decision.alert() != null) {
      stores.put(after.id(), classified.alert().key(), decision.alert(), writes);
    }
    boolean opened =
        decision.disposition() != null
            && decision.disposition().outcome() == AlertDisposition.Outcome.OPENED;
    if (opened) {
      stores.put(
          classified.groupingKey(), new Head(after.id(), after.subject().occurrence()), writes);
    }
  }
}
