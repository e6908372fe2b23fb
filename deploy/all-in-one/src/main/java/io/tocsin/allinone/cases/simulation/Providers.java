package io.tocsin.allinone.cases.simulation;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.ProviderState;
import io.tocsin.allinone.cases.Step;
import io.tocsin.allinone.cases.simulation.Agenda.Turn;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The notifier and the providers behind it, as far as an incident can tell. */
final class Providers {
  /** Who rings must be told to stop: until the provider takes it, again after this. */
  private static final Duration OWED_AGAIN = Duration.ofSeconds(30);

  private final Case played;
  private final Agenda agenda;
  private final Chronicle chronicle;
  private final Function<IncidentId, @Nullable Incident> view;
  private final Consumer<DeliveryReceipt> engine;

  Providers(
      Case played,
      Agenda agenda,
      Chronicle chronicle,
      Function<IncidentId, @Nullable Incident> view,
      Consumer<DeliveryReceipt> engine) {
    this.played = played;
    this.agenda = agenda;
    this.chronicle = chronicle;
    this.view = view;
    this.engine = engine;
  }

  void take(Notification notification) {
    chronicle.asked(agenda.now(), notification);
    agenda.at(agenda.now(), Turn.PROVIDER, () -> send(notification));
  }

  private void send(Notification notification) {
    Incident incident = view.apply(notification.incident());
    boolean page = notification.act() == Notification.Act.PAGE;
    if (page && incident != null && incident.response().quietedAt() > notification.revision()) {
      settle(notification, Outcome.DROPPED, "acknowledged-since", "it is not wanted any more");
      return;
    }
    ProviderState state = state(notification.channel());
    boolean owed = !page && (state == ProviderState.REFUSING || state == ProviderState.HANGING);
    if (owed) {
      agenda.at(agenda.now().plus(OWED_AGAIN), Turn.PROVIDER, () -> send(notification));
      return;
    }
    agenda.at(
        agenda.now().plus(state.answersAfter()), Turn.PROVIDER, () -> answer(notification, state));
  }

  private void answer(Notification notification, ProviderState state) {
    String channel = notification.channel().wireName();
    switch (state) {
      case WORKING -> settle(notification, Outcome.DELIVERED, "accepted", channel + " took it");
      case REFUSING -> settle(notification, Outcome.FAILED, "refused", channel + " refused it");
      case HANGING ->
          settle(notification, Outcome.UNKNOWN, "timed-out", channel + " did not answer");
      case NOT_INSTALLED ->
          settle(notification, Outcome.FAILED, "not-installed", channel + " is not installed");
    }
  }

  private void settle(Notification notification, Outcome outcome, String name, String text) {
    DeliveryReceipt receipt =
        DeliveryReceipt.to(notification, outcome, null, new Reason(name, text), agenda.now());
    chronicle.settled(notification, receipt);
    engine.accept(receipt);
  }

  /** As the last step says that speaks of the channel and has not run out. */
  private ProviderState state(Channel channel) {
    ProviderState state =
        played.installed().contains(channel) ? ProviderState.WORKING : ProviderState.NOT_INSTALLED;
    for (Step step : played.given()) {
      if (step.given() instanceof Step.Turned turned
          && turned.provider() == channel
          && !step.at().isAfter(agenda.now())
          && (turned.until() == null || agenda.now().isBefore(turned.until()))) {
        state = turned.to();
      }
    }
    return state;
  }
}
