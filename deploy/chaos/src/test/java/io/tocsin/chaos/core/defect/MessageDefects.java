package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can go wrong with what is said and answered by the channels that do not ring by a key. */
final class MessageDefects {
  private MessageDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "a message stands in Slack twice",
            "no-double-message",
            history -> twice(history, Channel.SLACK)),
        new Defect(
            "a comment stands on GitHub twice",
            "no-double-message",
            history -> twice(history, Channel.GITHUB)),
        new Defect(
            "a mail comes twice and nothing was broken",
            "no-double-message",
            history -> twice(history, Channel.EMAIL)),
        new Defect(
            "an acknowledgement that is said to be written back to Datadog was not",
            "receipts-conserved",
            MessageDefects::neverWrittenBack),
        new Defect(
            "a call rings after the acknowledgement",
            "no-page-after-acknowledgement",
            MessageDefects::lateCall),
        new Defect(
            "a call that is said to be placed was not",
            "receipts-conserved",
            MessageDefects::neverPlaced));
  }

  private static History twice(History history, Channel channel) {
    Sighting said =
        new Sighting(
            history.run().began().plusSeconds(5),
            channel,
            Chosen.ENDED,
            Chosen.ENDED + "/2/" + channel.wireName() + "/audience:incidents");
    Sighting again =
        new Sighting(said.at().plusSeconds(2), said.channel(), said.incident(), said.what());
    return Altered.sightings(history, all -> all.addAll(List.of(said, again)));
  }

  /** The last page of the incident that was taken, as if it had gone by phone. */
  private static History lateCall(History history) {
    Notification page = asked(history);
    Instant quiet = Chosen.arrivals(history, Arrival.Action.ACKNOWLEDGE).get(0).at();
    Sighting call =
        new Sighting(
            quiet.plus(Duration.ofSeconds(20)),
            page.channel(),
            page.incident(),
            page.id().toString());
    return Altered.sightings(history, all -> all.add(call));
  }

  private static Notification asked(History history) {
    int last = Chosen.lastPage(history).number();
    return history
        .records()
        .notifications()
        .filter(it -> it.act() == Notification.Act.PAGE && it.incident().equals(Chosen.ENDED))
        .filter(it -> it.pages().contains(last))
        .findFirst()
        .orElseThrow();
  }

  private static History neverWrittenBack(History history) {
    return Altered.sightings(
        history,
        all -> {
          Sighting lost =
              all.stream().filter(it -> it.channel() == Channel.DATADOG).findFirst().orElseThrow();
          all.remove(lost);
        });
  }

  private static History neverPlaced(History history) {
    Notification page = asked(history);
    Notification called =
        new Notification(
            page.id(),
            page.incident(),
            page.revision(),
            Channel.PHONE,
            page.recipient(),
            page.act(),
            page.pages(),
            page.content(),
            page.minutesLate(),
            page.reason(),
            page.requestedAt(),
            page.policy());
    return Altered.replaced(
        history, Topics.notifications(Channel.PAGERDUTY), page::equals, any -> called);
  }
}
