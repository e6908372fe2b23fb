package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.simulation.Agenda.Turn;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Escalation;
import io.tocsin.escalationengine.core.Head;
import io.tocsin.escalationengine.core.Outage;
import io.tocsin.escalationengine.core.Rulebook;
import io.tocsin.escalationengine.core.Stimulus;
import io.tocsin.escalationengine.core.Surroundings;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real {@code decide} over stores that are maps. */
final class Engine {
  private final Agenda agenda;
  private final Chronicle chronicle;
  private final Rulebook rulebook;
  private final Consumer<Notification> providers;
  private final Stores stores = new Stores();
  private @Nullable Outage outage;

  Engine(Agenda agenda, Chronicle chronicle, Policies policies, Consumer<Notification> providers) {
    this.agenda = agenda;
    this.chronicle = chronicle;
    this.rulebook = new Rulebook(policies, policies);
    this.providers = providers;
  }

  Stores stores() {
    return stores;
  }

  /** From now on deadlines know that nobody was there. */
  void wasAway(Outage last) {
    outage = last;
  }

  /** What became of the alert; null when it was a repeated delivery. */
  @Nullable AlertDisposition alert(ClassifiedAlert alert) {
    if (!stores.see(alert)) {
      return null;
    }
    Head head = stores.head(alert.groupingKey());
    Incident last = head == null ? null : stores.incident(head.last());
    AlertMemory known = last == null ? null : stores.memory(last, alert);
    Decision decision =
        Escalation.decide(
            last,
            new Stimulus.AlertArrived(alert),
            new Surroundings(
                stores.next(alert.team()), head == null ? 0 : head.occurrences(), known, null),
            agenda.now(),
            rulebook);
    AlertDisposition disposition = decision.disposition();
    stores.remember(alert, decision);
    if (disposition != null) {
      chronicle.judged(agenda.now(), alert, disposition);
      Recognised.in(alert, disposition, rulebook.current())
          .forEach(runbook -> chronicle.recognised(agenda.now(), runbook));
    }
    accept(decision);
    return disposition;
  }

  void command(IncidentCommand command) {
    IncidentId about = command.incident();
    Decision decision =
        Escalation.decide(
            about == null ? null : stores.incident(about),
            new Stimulus.CommandReceived(command),
            new Surroundings(stores.next(command.team()), 0, null, null),
            agenda.now(),
            rulebook);
    Incident after = decision.after();
    if (command.action() instanceof CommandAction.Declare && after != null) {
      stores.put(after.subject().groupingKey(), new Head(after.id(), 1));
    }
    accept(decision);
  }

  void receipt(DeliveryReceipt receipt) {
    accept(
        Escalation.decide(
            stores.incident(receipt.incident()),
            new Stimulus.ReceiptReceived(receipt),
            Surroundings.NOTHING,
            agenda.now(),
            rulebook));
  }

  private void deadline(IncidentId id) {
    Incident incident = stores.incident(id);
    if (incident != null
        && incident.nextDeadline().filter(it -> !it.isAfter(agenda.now())).isPresent()) {
      accept(
          Escalation.decide(
              incident,
              new Stimulus.DeadlinesDue(),
              new Surroundings(1, 0, null, outage),
              agenda.now(),
              rulebook));
    }
  }

  private void accept(Decision decision) {
    decision.events().forEach(chronicle::event);
    Incident after = decision.after();
    if (after != null && !decision.events().isEmpty()) {
      stores.put(after);
      chronicle.stands(agenda.now(), after);
      after
          .nextDeadline()
          .ifPresent(due -> agenda.at(due, Turn.DEADLINE, () -> deadline(after.id())));
    }
    decision.notifications().forEach(providers);
  }
}
