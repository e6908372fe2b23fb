package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A team on virtual time: the pure core, stores that are maps, and a notifier that delivers at once
 * what is installed and fails at once what is not. Time passes only when it is told to.
 */
public final class TeamSimulation {
  private final TeamCode team;
  private final Map<String, Policies> policies = new HashMap<>();
  private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final Map<GroupingKey, Head> heads = new HashMap<>();
  private final Map<String, AlertMemory> memories = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<IncidentEvent> events = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<AlertDisposition> dispositions = new ArrayList<>();
  private final Set<Channel> installed = new HashSet<>(Set.of(Channel.PAGERDUTY));
  private Policies current;
  private Instant now;
  private Outage outage;
  private long commands;

  public TeamSimulation(TeamCode team, Policies policies, Instant start) {
    this.team = team;
    this.now = start;
    policyBecomes(policies);
  }

  /** The files of the policy changed; incidents that are open keep theirs. */
  public void policyBecomes(Policies fresh) {
    current = fresh;
    policies.put(fresh.hash(), fresh);
  }

  public Policies policy() {
    return current;
  }

  private Rulebook rulebook(Incident incident) {
    Policies pinned = incident == null ? current : policies.get(incident.policy());
    return new Rulebook(pinned, current);
  }

  /** A message as its receiver got it. */
  public record Sent(Notification notification, Instant at) {}

  public Instant now() {
    return now;
  }

  public List<IncidentEvent> events() {
    return events;
  }

  public List<Sent> sent() {
    return sent;
  }

  public List<AlertDisposition> dispositions() {
    return dispositions;
  }

  public Collection<Incident> incidents() {
    return incidents.values();
  }

  public Map<String, AlertMemory> memories() {
    return memories;
  }

  /** A provider stops taking anything. */
  public void breaks(Channel channel) {
    installed.remove(channel);
  }

  public void works(Channel channel) {
    installed.add(channel);
  }

  /** Time goes on, and every deadline on the way is taken when it is due. */
  public void advanceTo(Instant time) {
    Optional<Incident> next = nextDue(time);
    while (next.isPresent()) {
      Instant due = next.get().nextDeadline().orElseThrow();
      now = due.isAfter(now) ? due : now;
      fire(next.get());
      next = nextDue(time);
    }
    now = time.isAfter(now) ? time : now;
  }

  /** Nobody is there until {@code time}: what was due meanwhile is taken then, at once. */
  public void awayUntil(Instant time) {
    outage = new Outage(now, time);
    now = time;
    advanceTo(time);
  }

  private Optional<Incident> nextDue(Instant until) {
    return incidents.values().stream()
        .filter(it -> it.nextDeadline().filter(due -> !due.isAfter(until)).isPresent())
        .min(Comparator.comparing(it -> it.nextDeadline().orElseThrow()));
  }

  private void fire(Incident incident) {
    accept(
        Escalation.decide(
            incident,
            new Stimulus.DeadlinesDue(),
            new Surroundings(1, 0, null, outage),
            now,
            rulebook(incident)));
  }

  public void alert(ClassifiedAlert alert) {
    if (!seen.add("alert/" + alert.alert().id())) {
      return;
    }
    Head head = heads.get(alert.groupingKey());
    Incident last = head == null ? null : incidents.get(head.last());
    String memory = last == null ? "" : memory(last.id(), alert.alert().key());
    Decision decision =
        Escalation.decide(
            last,
            new Stimulus.AlertArrived(alert),
            new Surroundings(
                incidents.size() + 1,
                head == null ? 0 : head.occurrences(),
                memories.get(memory),
                outage),
            now,
            rulebook(last));
    if (decision.alert() != null) {
      memories.put(memory(decision.after().id(), alert.alert().key()), decision.alert());
    }
    if (decision.after() != null && !decision.events().isEmpty()) {
      heads.put(
          alert.groupingKey(),
          new Head(decision.after().id(), decision.after().subject().occurrence()));
    }
    accept(decision);
  }

  /** A person's command; returns the event that names it. */
  public IncidentEvent command(IncidentId incident, String person, CommandAction action) {
    String id = "command-" + ++commands;
    IncidentCommand command =
        new IncidentCommand(id, team, incident, new Actor(person, "api"), now, action);
    accept(
        Escalation.decide(
            incident == null ? null : incidents.get(incident),
            new Stimulus.CommandReceived(command),
            new Surroundings(incidents.size() + 1, 0, null, outage),
            now,
            rulebook(incident == null ? null : incidents.get(incident))));
    return events.stream().filter(it -> id.equals(it.causedBy())).findFirst().orElseThrow();
  }

  private void accept(Decision decision) {
    events.addAll(decision.events());
    if (decision.after() != null) {
      incidents.put(decision.after().id(), decision.after());
    }
    if (decision.disposition() != null) {
      dispositions.add(decision.disposition());
    }
    for (Notification notification : decision.notifications()) {
      deliver(notification);
    }
  }

  private void deliver(Notification notification) {
    Incident incident = incidents.get(notification.incident());
    boolean page = notification.act() == Notification.Act.PAGE;
    if (!installed.contains(notification.channel())) {
      receipt(notification, DeliveryReceipt.Outcome.FAILED, "not-installed");
    } else if (page && incident.response().quietedAt() > notification.revision()) {
      receipt(notification, DeliveryReceipt.Outcome.DROPPED, "not-wanted");
    } else {
      sent.add(new Sent(notification, now));
      receipt(notification, DeliveryReceipt.Outcome.DELIVERED, "accepted");
    }
  }

  /** GitHub says, late, that the ticket is there. */
  public void ticketOpens(Incident incident) {
    Communication.Told ticket = Communication.Told.ticket();
    DeliveryReceipt receipt =
        new DeliveryReceipt(
            NotificationId.of(incident.id(), 2, ticket.channel(), ticket.recipient()),
            incident.id(),
            ticket.channel(),
            ticket.recipient(),
            Notification.Act.TELL,
            List.of(),
            DeliveryReceipt.Outcome.DELIVERED,
            "17",
            new Reason("accepted", "issue 17 was opened"),
            now);
    accept(
        Escalation.decide(
            incidents.get(incident.id()),
            new Stimulus.ReceiptReceived(receipt),
            Surroundings.NOTHING,
            now,
            rulebook(incidents.get(incident.id()))));
  }

  void receipt(Notification notification, DeliveryReceipt.Outcome outcome, String reason) {
    DeliveryReceipt receipt =
        new DeliveryReceipt(
            notification.id(),
            notification.incident(),
            notification.channel(),
            notification.recipient(),
            notification.act(),
            notification.pages(),
            outcome,
            null,
            new Reason(reason, reason),
            now);
    accept(
        Escalation.decide(
            incidents.get(notification.incident()),
            new Stimulus.ReceiptReceived(receipt),
            Surroundings.NOTHING,
            now,
            rulebook(incidents.get(notification.incident()))));
  }

  private static String memory(IncidentId incident, AlertKey key) {
    return incident + "|" + key;
  }
}
