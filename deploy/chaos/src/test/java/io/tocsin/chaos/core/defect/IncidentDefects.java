package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Command;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Stored;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can go wrong in the engine's events, state and answers. */
final class IncidentDefects {
  private IncidentDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("an event is dropped", "contiguous-sequence", IncidentDefects::dropped),
        new Defect("two events are reordered", "contiguous-sequence", IncidentDefects::reordered),
        new Defect("an event is of before", "times-do-not-go-back", IncidentDefects::goneBack),
        new Defect("an ended incident relapses", "legal-transitions", IncidentDefects::revived),
        new Defect(
            "the state diverges from its events", "fold-is-state", IncidentDefects::diverged),
        new Defect("the last state is not kept", "fold-is-state", IncidentDefects::behind),
        new Defect(
            "two incidents of one key are open",
            "one-open-incident-per-key",
            IncidentDefects::twice),
        new Defect(
            "a command is forgotten", "commands-answered", IncidentDefects::forgottenCommand),
        new Defect("a command works twice", "commands-answered", IncidentDefects::doubledCommand));
  }

  private static History dropped(History history) {
    Stored<IncidentEvent> gone =
        Chosen.event(history, IncidentChange.RoundStarted.class::isInstance);
    return Altered.records(history, records -> records.remove(gone));
  }

  private static History reordered(History history) {
    List<Stored<IncidentEvent>> events = Chosen.events(history, Chosen.ENDED);
    int at = (int) Math.floorMod(history.run().seed(), events.size() - 2L) + 1;
    Stored<IncidentEvent> one = events.get(at);
    Stored<IncidentEvent> other = events.get(at + 1);
    return Altered.records(
        history,
        records -> {
          records.set(records.indexOf(one), Altered.copy(one, other.offset(), Chosen.value(one)));
          records.set(
              records.indexOf(other), Altered.copy(other, one.offset(), Chosen.value(other)));
        });
  }

  private static History goneBack(History history) {
    List<Stored<IncidentEvent>> events = Chosen.events(history, Chosen.ENDED);
    IncidentEvent last = Chosen.value(events.get(events.size() - 1));
    return Altered.replaced(
        history,
        Topics.INCIDENT_EVENTS,
        last::equals,
        event -> at(event, event.at().minus(Duration.ofHours(1))));
  }

  static IncidentEvent at(IncidentEvent event, Instant at) {
    return new IncidentEvent(
        event.incident(),
        event.sequence(),
        at,
        event.by(),
        event.causedBy(),
        event.reason(),
        event.change());
  }

  private static History revived(History history) {
    List<Stored<IncidentEvent>> events = Chosen.events(history, Chosen.ENDED);
    Stored<IncidentEvent> last = events.get(events.size() - 1);
    return Altered.added(
        history,
        Topics.INCIDENT_EVENTS,
        last,
        next(Chosen.value(last), null, new IncidentChange.Relapsed(2)));
  }

  private static IncidentEvent next(
      IncidentEvent last, @Nullable String causedBy, IncidentChange change) {
    return new IncidentEvent(
        last.incident(),
        last.sequence() + 1,
        last.at().plusSeconds(1),
        new Actor("alice", "api"),
        causedBy,
        new Reason("seeded", "a fault was seeded"),
        change);
  }

  private static History diverged(History history) {
    Incident chosen = last(history, Chosen.ENDED);
    return Altered.replaced(
        history, Topics.INCIDENTS, chosen::equals, it -> pages(it, it.pageCount() + 1));
  }

  private static Incident pages(Incident it, int count) {
    return new Incident(
        it.id(),
        it.revision(),
        it.state(),
        it.phases(),
        it.restricted(),
        it.subject(),
        it.episode(),
        it.assessment(),
        it.alerts(),
        it.response(),
        it.ladder(),
        it.pages(),
        count,
        it.deadlines(),
        it.milestones(),
        it.briefing(),
        it.cause(),
        it.communication(),
        it.policy());
  }

  private static History behind(History history) {
    Incident chosen = last(history, Chosen.ENDED);
    return Altered.without(history, Topics.INCIDENTS, chosen::equals);
  }

  private static Incident last(History history, IncidentId id) {
    List<Incident> states =
        history.records().values(Topics.INCIDENTS).filter(it -> it.id().equals(id)).toList();
    return states.get(states.size() - 1);
  }

  private static History twice(History history) {
    Stored<IncidentEvent> opened = Chosen.events(history, Chosen.ENDED).get(0);
    IncidentEvent event = Chosen.value(opened);
    UnaryOperator<IncidentEvent> again =
        it ->
            new IncidentEvent(
                IncidentId.parse("RX-7777"),
                1,
                it.at(),
                it.by(),
                it.causedBy(),
                it.reason(),
                it.change());
    return Altered.records(
        history,
        records -> {
          // between the opening of the one and its end
          for (Stored<IncidentEvent> later : history.records().of(Topics.INCIDENT_EVENTS)) {
            if (later.partition() == opened.partition() && later.offset() > opened.offset()) {
              records.set(
                  records.indexOf(later),
                  Altered.copy(later, later.offset() + 1, Chosen.value(later)));
            }
          }
          records.add(Altered.copy(opened, opened.offset() + 1, again.apply(event)));
        });
  }

  private static History forgottenCommand(History history) {
    String command = acceptedCommand(history);
    return Altered.without(
        history, Topics.INCIDENT_EVENTS, event -> command.equals(event.causedBy()));
  }

  private static History doubledCommand(History history) {
    String command = acceptedCommand(history);
    Stored<IncidentEvent> named =
        history.records().of(Topics.INCIDENT_EVENTS).stream()
            .filter(stored -> command.equals(Chosen.value(stored).causedBy()))
            .findFirst()
            .orElseThrow();
    IncidentEvent event = Chosen.value(named);
    return Altered.added(
        history, Topics.INCIDENT_EVENTS, named, next(event, command, event.change()));
  }

  private static String acceptedCommand(History history) {
    List<String> accepted =
        history.commands().stream()
            .filter(command -> command.outcome() == Outcome.ACCEPTED)
            .map(Command::id)
            .toList();
    return Chosen.of(history, accepted);
  }
}
