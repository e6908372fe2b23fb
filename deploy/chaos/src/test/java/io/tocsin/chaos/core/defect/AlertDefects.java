package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What can go wrong from the webhook to the disposition. */
final class AlertDefects {
  private AlertDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("an accepted alert is dropped", "accepted-is-kept", AlertDefects::dropped),
        new Defect("a refused alert is kept", "refused-is-not-kept", AlertDefects::keptThough),
        new Defect("an alert is invented", "nothing-invented", AlertDefects::invented),
        new Defect(
            "a repeated delivery is a new alert", "one-delivery-one-alert", AlertDefects::twins),
        new Defect(
            "an alert is never classified", "each-alert-is-classified", AlertDefects::unjudged),
        new Defect("a disposition is dropped", "everything-ends", AlertDefects::endless),
        new Defect("an alert ends twice", "one-disposition", AlertDefects::endsTwice),
        new Defect(
            "a disposition names another incident", "disposition-is-true", AlertDefects::misled));
  }

  private static History dropped(History history) {
    AlertId lost = Chosen.accepted(history).alerts().get(0);
    return Altered.without(history, Topics.ALERTS, alert -> alert.id().equals(lost));
  }

  private static History keptThough(History history) {
    String token = Chosen.accepted(history).token();
    return Altered.webhooks(
        history,
        webhooks -> webhooks.replaceAll(it -> it.token().equals(token) ? refused(it) : it));
  }

  private static Webhook refused(Webhook it) {
    return new Webhook(
        it.token(),
        it.service(),
        it.transition(),
        it.sent(),
        it.answered(),
        Outcome.REFUSED,
        401,
        List.of());
  }

  private static History invented(History history) {
    Stored<Alert> like = Chosen.of(history, history.records().of(Topics.ALERTS));
    Alert invented = other(value(like), "made-up", Map.of(Webhook.TOKEN, "made-up"));
    return Altered.added(history, Topics.ALERTS, like, invented);
  }

  private static History twins(History history) {
    Stored<Alert> like = Chosen.of(history, history.records().of(Topics.ALERTS));
    Alert twin = other(value(like), "twin", value(like).labels());
    return Altered.added(history, Topics.ALERTS, like, twin);
  }

  private static Alert value(Stored<Alert> stored) {
    return Objects.requireNonNull(stored.value());
  }

  private static Alert other(Alert alert, String id, Map<String, String> labels) {
    return new Alert(
        AlertId.ofDelivery("test", id),
        alert.key(),
        alert.integration(),
        alert.source(),
        alert.signal(),
        alert.said(),
        alert.title(),
        alert.description(),
        alert.service(),
        alert.environment(),
        alert.level(),
        new HashMap<>(labels),
        alert.links(),
        alert.occurredAt(),
        alert.receivedAt(),
        alert.timed());
  }

  private static History unjudged(History history) {
    AlertId lost = Chosen.accepted(history).alerts().get(0);
    return Altered.without(
        history, Topics.CLASSIFIED_ALERTS, classified -> classified.alert().id().equals(lost));
  }

  private static History endless(History history) {
    AlertId lost = Chosen.accepted(history).alerts().get(0);
    return Altered.without(history, Topics.ALERT_DISPOSITIONS, it -> it.alert().equals(lost));
  }

  private static History endsTwice(History history) {
    Stored<AlertDisposition> once =
        Chosen.of(history, history.records().of(Topics.ALERT_DISPOSITIONS));
    return Altered.added(
        history, Topics.ALERT_DISPOSITIONS, once, Objects.requireNonNull(once.value()));
  }

  private static History misled(History history) {
    return Altered.replaced(
        history,
        Topics.ALERT_DISPOSITIONS,
        it -> Chosen.ENDED.equals(it.incident()) && it.outcome() == AlertDisposition.Outcome.OPENED,
        it ->
            new AlertDisposition(
                it.alert(),
                it.alertKey(),
                it.team(),
                it.outcome(),
                IncidentId.parse("HP-1"),
                it.reason(),
                it.at()));
  }
}
