package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.Stored;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.List;

/** What can go wrong with deadlines, rungs and calls. */
final class LadderDefects {
  private LadderDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("a rung is called early", "never-early", LadderDefects::earlyRung),
        new Defect("a page comes before its time", "never-early", LadderDefects::earlyPage),
        new Defect("a rung is missed", "never-missed", LadderDefects::missedRung),
        new Defect("a rung is called late", "never-missed", LadderDefects::lateRung),
        new Defect("a rung is left out", "rungs-increase", LadderDefects::skippedRung),
        new Defect(
            "a call's notification is lost",
            "each-call-has-its-notification",
            LadderDefects::unsaid),
        new Defect("a P1 rings nobody", "p1-was-paged", LadderDefects::silent));
  }

  private static Stored<IncidentEvent> secondRung(History history) {
    return Chosen.events(history, Chosen.ENDED).stream()
        .filter(stored -> Chosen.value(stored).reason().name().equals("not-acknowledged"))
        .findFirst()
        .orElseThrow();
  }

  private static History earlyRung(History history) {
    return moved(history, Duration.ofSeconds(-30));
  }

  private static History lateRung(History history) {
    return moved(history, Duration.ofSeconds(45));
  }

  private static History moved(History history, Duration by) {
    IncidentEvent called = Chosen.value(secondRung(history));
    return Altered.replaced(
        history,
        Topics.INCIDENT_EVENTS,
        called::equals,
        event -> IncidentDefects.at(event, event.at().plus(by)));
  }

  private static History earlyPage(History history) {
    Arrival page = Chosen.trigger(history);
    return Altered.arrivals(
        history,
        arrivals -> {
          arrivals.remove(page);
          arrivals.add(PageDefects.at(page, page.at().minusSeconds(20)));
        });
  }

  /** As if the engine had forgotten the incident after its first page. */
  private static History missedRung(History history) {
    long last = Chosen.value(secondRung(history)).sequence() - 1;
    IncidentId forgotten = Chosen.ENDED;
    History events =
        Altered.without(
            history,
            Topics.INCIDENT_EVENTS,
            event -> forgotten.equals(event.incident()) && event.sequence() > last);
    return Altered.without(
        events,
        Topics.INCIDENTS,
        (Incident state) -> forgotten.equals(state.id()) && state.revision() > last);
  }

  private static History skippedRung(History history) {
    IncidentEvent called = Chosen.value(secondRung(history));
    return Altered.replaced(history, Topics.INCIDENT_EVENTS, called::equals, LadderDefects::higher);
  }

  private static IncidentEvent higher(IncidentEvent event) {
    IncidentChange.RungCalled call = (IncidentChange.RungCalled) event.change();
    return new IncidentEvent(
        event.incident(),
        event.sequence(),
        event.at(),
        event.by(),
        event.causedBy(),
        event.reason(),
        new IncidentChange.RungCalled(
            call.round(),
            call.rung() + 1,
            call.method(),
            call.role(),
            call.channel(),
            call.recipient(),
            call.page(),
            call.next(),
            call.minutesLate()));
  }

  private static History unsaid(History history) {
    PageKey page = Chosen.trigger(history).page();
    return Altered.without(
        history,
        Topics.notifications(Channel.PAGERDUTY),
        it -> it.act() == Notification.Act.PAGE && isOf(it, page));
  }

  static boolean isOf(Notification notification, PageKey page) {
    return notification.incident().equals(page.incident())
        && notification.pages().equals(List.of(page.number()));
  }

  private static History silent(History history) {
    return Altered.arrivals(
        history,
        arrivals ->
            arrivals.removeIf(
                it ->
                    it.dedupKey().contains("-" + Chosen.ENDED + "-")
                        && it.action() == Arrival.Action.TRIGGER));
  }
}
