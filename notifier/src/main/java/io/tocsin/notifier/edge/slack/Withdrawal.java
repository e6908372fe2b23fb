package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.util.Optional;

/** Takes the buttons off a page that may stand in Slack and is not wanted any more. */
final class Withdrawal implements SlackCall.Step {
  private final Workplace workplace;
  private final Wording wording;
  private final Marker marker;
  private final Notification notification;
  private final String address;

  Withdrawal(
      Workplace workplace,
      Wording wording,
      Marker marker,
      Notification notification,
      String address) {
    this.workplace = workplace;
    this.wording = wording;
    this.marker = marker;
    this.notification = notification;
    this.address = address;
  }

  @Override
  public Answer take() throws IOException, SlackSaid {
    Optional<Place> page = find();
    if (page.isPresent()) {
      workplace.edit(page.get(), wording.withdrawn(notification));
    }
    return new Answer(
        Answer.Kind.ACCEPTED,
        page.map(Place::reference).orElse(null),
        page.isPresent() ? "Slack took it" : "it was never written");
  }

  private Optional<Place> find() throws IOException, SlackSaid {
    Optional<Place> first = workplace.firsts().of(notification.incident(), address);
    if (first.isPresent()) {
      return workplace.findReply(notification, first.get(), marker);
    }
    Optional<Workplace.Found> found = workplace.findFirst(notification, address, marker);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    workplace.firsts().written(notification, address, found.get().place());
    return found.get().own()
        ? Optional.of(found.get().place())
        : workplace.findReply(notification, found.get().place(), marker);
  }
}
