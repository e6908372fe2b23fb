package io.tocsin.chaos.core.simulation;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Escalation;
import io.tocsin.escalationengine.core.Head;
import io.tocsin.escalationengine.core.Outage;
import io.tocsin.escalationengine.core.Rulebook;
import io.tocsin.escalationengine.core.Stimulus;
import io.tocsin.escalationengine.core.Surroundings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The real {@code decide} and {@code evolve} over stores that are maps. */
final class SimulatedEngine {
  static final String PROCESS = "escalation-engine";
  private static final Duration NOTICEABLE = Duration.ofSeconds(60);

  final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final World world;
  private final Rulebook rulebook;
  private final Consumer<Notification> notifier;
  private final Map<GroupingKey, Head> heads = new HashMap<>();
  private final Map<String, AlertMemory> memories = new HashMap<>();
  private final Map<TeamCode, Long> numbers = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  SimulatedEngine(World world, Policies policies, Consumer<Notification> notifier) {
    this.world = world;
    this.rulebook = new Rulebook(policies, policies);
    this.notifier = notifier;
  }

  void alert(ClassifiedAlert alert) {
    if (!seen.add("alert/" + alert.alert().id())) {
      return;
    }
    Head head = heads.get(alert.groupingKey());
    Incident last = head == null ? null : incidents.get(head.last());
    AlertMemory known = last == null ? null : memories.get(last.id() + "|" + alert.alert().key());
    Surroundings around =
        new Surroundings(number(alert.team()), head == null ? 0 : head.occurrences(), known, null);
    Decision decision =
        Escalation.decide(last, new Stimulus.AlertArrived(alert), around, world.now(), rulebook);
    Incident after = decision.after();
    if (after != null && decision.alert() != null) {
      memories.put(after.id() + "|" + alert.alert().key(), decision.alert());
    }
    if (after != null && !decision.events().isEmpty()) {
      heads.put(alert.groupingKey(), new Head(after.id(), after.subject().occurrence()));
    }
    accept(alert.team(), decision);
  }

  /** Whether it was refused. */
  boolean command(IncidentCommand command) {
    if (!seen.add("command/" + command.id())) {
      return false;
    }
    Incident about = command.incident() == null ? null : incidents.get(command.incident());
    Decision decision =
        Escalation.decide(
            about,
            new Stimulus.CommandReceived(command),
            new Surroundings(number(command.team()), 0, null, null),
            world.now(),
            rulebook);
    if (command.action() instanceof CommandAction.Declare && decision.after() != null) {
      Incident opened = decision.after();
      heads.put(opened.subject().groupingKey(), new Head(opened.id(), 1));
    }
    accept(command.team(), decision);
    return decision.events().stream()
        .anyMatch(it -> it.change() instanceof IncidentChange.CommandRefused);
  }

  void receipt(DeliveryReceipt receipt) {
    accept(
        receipt.incident().team(),
        Escalation.decide(
            incidents.get(receipt.incident()),
            new Stimulus.ReceiptReceived(receipt),
            Surroundings.NOTHING,
            world.now(),
            rulebook));
  }

  private void deadline(IncidentId id) {
    Incident incident = incidents.get(id);
    boolean due =
        incident != null
            && incident.nextDeadline().filter(it -> !it.isAfter(world.now())).isPresent();
    if (due) {
      accept(
          id.team(),
          Escalation.decide(
              incident,
              new Stimulus.DeadlinesDue(),
              new Surroundings(1, 0, null, outage()),
              world.now(),
              rulebook));
    }
  }

  private @Nullable Outage outage() {
    return world.faults.stream()
        .filter(fault -> fault.target().equals(PROCESS) && fault.until().isBefore(world.now()))
        .filter(fault -> Duration.between(fault.from(), fault.until()).compareTo(NOTICEABLE) > 0)
        .map(fault -> new Outage(fault.from(), fault.until().plusSeconds(1)))
        .findFirst()
        .orElse(null);
  }

  private long number(TeamCode team) {
    return numbers.getOrDefault(team, 0L) + 1;
  }

  private void accept(TeamCode team, Decision decision) {
    decision
        .events()
        .forEach(
            event ->
                world.write(
                    Topics.INCIDENT_EVENTS,
                    event.incident() == null
                        ? team.key(String.valueOf(event.causedBy()))
                        : event.incident().toString(),
                    event));
    Incident after = decision.after();
    if (after != null && !decision.events().isEmpty()) {
      if (incidents.put(after.id(), after) == null) {
        numbers.merge(team, 1L, Long::sum);
      }
      world.write(Topics.INCIDENTS, after.id().toString(), after);
      after
          .nextDeadline()
          .ifPresent(
              due ->
                  world.whenDue(
                      due.plus(world.between(0, 100)), PROCESS, () -> deadline(after.id())));
    }
    if (decision.disposition() != null) {
      world.write(
          Topics.ALERT_DISPOSITIONS,
          team.key(decision.disposition().alertKey().toString()),
          decision.disposition());
    }
    for (Notification notification : decision.notifications()) {
      world.write(
          Topics.notifications(notification.channel()),
          notification.incident().toString(),
          notification);
      notifier.accept(notification);
    }
  }
}
