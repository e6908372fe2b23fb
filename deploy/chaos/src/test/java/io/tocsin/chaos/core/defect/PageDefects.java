package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.List;

/** What can go wrong between the engine and the provider. */
final class PageDefects {
  private PageDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("a page rings under a second key", "no-double-page", PageDefects::doubled),
        new Defect("a page rings again after its end", "no-double-page", PageDefects::ringsAgain),
        new Defect(
            "a page is sent after the acknowledgement",
            "no-page-after-acknowledgement",
            PageDefects::afterAcknowledgement),
        new Defect(
            "a page is resolved before it is triggered",
            "pagerduty-order",
            PageDefects::resolvedFirst),
        new Defect("a page rings for ever", "pagerduty-order", PageDefects::leftOpen),
        new Defect("nobody asked for a page", "each-page-was-asked-for", PageDefects::unasked),
        new Defect("a receipt is lost", "receipts-conserved", PageDefects::unreceipted),
        new Defect("a delivery stays reserved", "receipts-conserved", PageDefects::reserved),
        new Defect(
            "a page called delivered never came", "receipts-conserved", PageDefects::neverCame));
  }

  private static boolean isOf(Arrival arrival, PageKey page) {
    return arrival.dedupKey().endsWith("-%s-%d".formatted(page.incident(), page.number()));
  }

  static Arrival at(Arrival arrival, Instant at) {
    return copy(arrival, at, arrival.dedupKey(), arrival.body());
  }

  static Arrival copy(Arrival arrival, Instant at, String key, String body) {
    return new Arrival(
        at, arrival.action(), key, arrival.summary(), arrival.details(), arrival.taken(), body);
  }

  private static History doubled(History history) {
    Arrival page = Chosen.trigger(history);
    return Altered.arrivals(
        history,
        arrivals ->
            arrivals.add(
                copy(
                    page,
                    page.at().plusMillis(5),
                    "other-" + page.page().incident() + "-" + page.page().number(),
                    page.body())));
  }

  private static History ringsAgain(History history) {
    Arrival page = triggerOf(history, Chosen.lastPage(history));
    return Altered.arrivals(
        history, arrivals -> arrivals.add(at(page, page.at().plusSeconds(600))));
  }

  private static Arrival triggerOf(History history, PageKey page) {
    return Chosen.arrivals(history, Arrival.Action.TRIGGER).stream()
        .filter(it -> isOf(it, page))
        .findFirst()
        .orElseThrow();
  }

  private static History afterAcknowledgement(History history) {
    Arrival page = triggerOf(history, Chosen.lastPage(history));
    Instant acknowledged = Chosen.arrivals(history, Arrival.Action.ACKNOWLEDGE).get(0).at();
    return Altered.arrivals(
        history,
        arrivals -> {
          arrivals.remove(page);
          arrivals.add(at(page, acknowledged.plusSeconds(10)));
        });
  }

  private static History resolvedFirst(History history) {
    PageKey last = Chosen.lastPage(history);
    Arrival trigger = triggerOf(history, last);
    return Altered.arrivals(
        history,
        arrivals ->
            arrivals.replaceAll(
                it ->
                    isOf(it, last) && it.action() == Arrival.Action.RESOLVE
                        ? at(it, trigger.at().minusMillis(1))
                        : it));
  }

  private static History leftOpen(History history) {
    PageKey last = Chosen.lastPage(history);
    return Altered.arrivals(
        history,
        arrivals ->
            arrivals.removeIf(it -> isOf(it, last) && it.action() == Arrival.Action.RESOLVE));
  }

  private static History unasked(History history) {
    Arrival page = Chosen.trigger(history);
    String key = page.dedupKey().replaceAll("-\\d+$", "-99");
    return Altered.arrivals(
        history, arrivals -> arrivals.add(copy(page, page.at(), key, page.body())));
  }

  private static History unreceipted(History history) {
    PageKey page = Chosen.trigger(history).page();
    return Altered.without(
        history,
        Topics.DELIVERY_RECEIPTS,
        it -> it.incident().equals(page.incident()) && it.pages().equals(List.of(page.number())));
  }

  private static History reserved(History history) {
    PageKey page = Chosen.trigger(history).page();
    return Altered.without(
        history,
        Topics.DELIVERIES,
        it -> it.state() != Delivery.State.RESERVED && LadderDefects.isOf(it.notification(), page));
  }

  private static History neverCame(History history) {
    Arrival page = Chosen.trigger(history);
    return Altered.arrivals(history, arrivals -> arrivals.remove(page));
  }
}
