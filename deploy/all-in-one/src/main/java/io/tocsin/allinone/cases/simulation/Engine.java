package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.simulation.Agenda.Turn;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Escalation;
import io.tocsin.escalationengine.core.Head;
import io.tocsin.escalationengine.core.Outage;
import io.tocsin.escalationengine.core.Rulebook;
import io.tocsin.escalationengine.core.Stimulus;
import io.tocsin.escalationengine.core.Surroundings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real {@code decide} over stores that are maps. */
final class Engine {
  private final Agenda agenda;
  private final Chronicle chronicle;
  private final Rulebook rulebook;
  private final Consumer<Notification> providers;
  private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final Map<GroupingKey, Head> heads = new HashMap<>();
  private final Map<String, AlertMemory> memories = new HashMap<>();
  private final Map<TeamCode, Long> numbers = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private @Nullable Outage outage;

  Engine(Agenda agenda, Chronicle chronicle, Policies policies, Consumer<Notification> providers) {
    this.agenda = agenda;
    this.chronicle = chronicle;
    this.rulebook = new Rulebook(policies, policies);
    this.providers = providers;
  }

  @Nullable Incident incident(IncidentId id) {
    return incidents.get(id);
  }

  /** The team's incidents that are not over, in the order in which they opened. */
  List<Incident> live(TeamCode team) {
    return incidents.values().stream()
        .filter(it -> it.id().team().equals(team) && !it.state().isOver())
        .toList();
  }

  /** From now on deadlines know that nobody was there. */
  void wasAway(Outage last) {
    outage = last;
  }

  /** What became of the alert; null when it was a repeated delivery. */
  @Nullable AlertDisposition alert(ClassifiedAlert alert) {
    if (!seen.add(alert.alert().id().value())) {
      return null;
    }
    Head head = heads.get(alert.groupingKey());
    Incident last = head == null ? null : incidents.get(head.last());
    AlertMemory known = last == null ? null : memories.get(memory(last, alert));
    Decision decision =
        Escalation.decide(
            last,
            new Stimulus.AlertArrived(alert),
            new Surroundings(
                next(alert.team()), head == null ? 0 : head.occurrences(), known, null),
            agenda.now(),
            rulebook);
    Incident after = decision.after();
    if (after != null && decision.alert() != null) {
      memories.put(memory(after, alert), decision.alert());
    }
    AlertDisposition disposition = decision.disposition();
    if (after != null
        && disposition != null
        && disposition.outcome() == AlertDisposition.Outcome.OPENED) {
      heads.put(alert.groupingKey(), new Head(after.id(), after.subject().occurrence()));
    }
    if (disposition != null) {
      chronicle.judged(agenda.now(), alert, disposition);
    }
    accept(decision);
    return disposition;
  }

  void command(IncidentCommand command) {
    IncidentId about = command.incident();
    Decision decision =
        Escalation.decide(
            about == null ? null : incidents.get(about),
            new Stimulus.CommandReceived(command),
            new Surroundings(next(command.team()), 0, null, null),
            agenda.now(),
            rulebook);
    Incident after = decision.after();
    if (command.action() instanceof CommandAction.Declare && after != null) {
      heads.put(after.subject().groupingKey(), new Head(after.id(), 1));
    }
    accept(decision);
  }

  void receipt(DeliveryReceipt receipt) {
    accept(
        Escalation.decide(
            incidents.get(receipt.incident()),
            new Stimulus.ReceiptReceived(receipt),
            Surroundings.NOTHING,
            agenda.now(),
            rulebook));
  }

  private void deadline(IncidentId id) {
    Incident incident = incidents.get(id);
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
      if (incidents.put(after.id(), after) == null) {
        numbers.put(after.id().team(), after.id().number());
      }
      chronicle.stands(agenda.now(), after);
      after
          .nextDeadline()
          .ifPresent(due -> agenda.at(due, Turn.DEADLINE, () -> deadline(after.id())));
    }
    decision.notifications().forEach(providers);
  }

  private long next(TeamCode team) {
    return numbers.getOrDefault(team, 0L) + 1;
  }

  private static String memory(Incident incident, ClassifiedAlert alert) {
    return incident.id() + "|" + alert.alert().key();
  }
}
