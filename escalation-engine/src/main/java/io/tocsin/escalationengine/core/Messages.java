package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is told what because of one event. */
final class Messages {
  private Messages() {}

  static List<Notification> of(@Nullable Incident before, IncidentEvent event, Incident after) {
    IncidentChange change = event.change();
    if (change instanceof IncidentChange.RungCalled called) {
      return List.of(page(event, after, called));
    }
    Said said = Said.of(event, after);
    if (said != null) {
      return said.receivers().stream()
          .map(to -> told(event, after, to, Notification.Act.TELL, said))
          .toList();
    }
    if (before == null) {
      return List.of();
    }
    if (change instanceof IncidentChange.Acknowledged
        || change instanceof IncidentChange.AcknowledgementNoted) {
      return settled(event, after, Notification.Act.ACKNOWLEDGE, before.pages());
    }
    if (change instanceof IncidentChange.HoldDownStarted
        || change instanceof IncidentChange.Resolved
        || change instanceof IncidentChange.MarkedFalseAlarm) {
      return settled(event, after, Notification.Act.RESOLVE, before.pages());
    }
    if (change instanceof IncidentChange.PageSettled page
        && page.outcome() == DeliveryReceipt.Outcome.DELIVERED) {
      return settled(event, after, Notification.Act.RESOLVE, replaced(before, page));
    }
    return List.of();
  }

  /** What was said to {@code place} first is brought up to date. */
  static Notification refresh(IncidentEvent event, Incident after, Told place) {
    Said now = new Said(MessageKind.INCIDENT_MESSAGE, List.of(place), Map.of());
    return told(event, after, place, Notification.Act.REFRESH, now);
  }

  private static Notification told(
      IncidentEvent event, Incident after, Told to, Notification.Act act, Said said) {
    return notification(
        event,
        after,
        new Receiver(to.channel(), to.recipient()),
        act,
        List.of(),
        content(after, null, said, to.audience()),
        null);
  }

  private static Notification page(
      IncidentEvent event, Incident after, IncidentChange.RungCalled called) {
    return notification(
        event,
        after,
        new Receiver(called.channel(), called.recipient()),
        Notification.Act.PAGE,
        List.of(called.page()),
        content(after, called.role(), Said.PAGE, null),
        called.minutesLate());
  }

  /** One notification for each recipient and channel that {@code pages} rang. */
  private static List<Notification> settled(
      IncidentEvent event, Incident after, Notification.Act act, List<Page> pages) {
    Map<Receiver, List<Integer>> numbers = new LinkedHashMap<>();
    for (Page page : pages) {
      numbers
          .computeIfAbsent(
              new Receiver(page.channel(), page.recipient()), receiver -> new ArrayList<>())
          .add(page.n());
    }
    Notification.Content content = content(after, null, Said.settling(act, event, after), null);
    return numbers.entrySet().stream()
        .map(
            entry ->
                notification(event, after, entry.getKey(), act, entry.getValue(), content, null))
        .toList();
  }

  private static Notification notification(
      IncidentEvent event,
      Incident after,
      Receiver to,
      Notification.Act act,
      List<Integer> pages,
      Notification.Content content,
      @Nullable Long minutesLate) {
    boolean discreet = after.restricted() && isReadByOthers(act, to, content.audience());
    return new Notification(
        NotificationId.of(after.id(), event.sequence(), to.channel, to.recipient),
        after.id(),
        event.sequence(),
        to.channel,
        to.recipient,
        act,
        pages,
        discreet ? content.discreet() : content,
        minutesLate,
        discreet
            ? new Reason(event.reason().name(), "restricted: named responders only")
            : event.reason(),
        event.at(),
        after.policy());
  }

  /**
   * What rings is read on locked screens and may ring a channel, a ticket is read by all who see
   * the repository and a channel by all who are in it: of what is restricted they hear only that it
   * is (RUN-08.1e).
   */
  private static boolean isReadByOthers(
      Notification.Act act, Receiver to, @Nullable String audience) {
    boolean byMany = Told.TICKET.equals(audience) || Told.isAudience(to.recipient);
    return switch (act) {
      case PAGE, ACKNOWLEDGE, RESOLVE -> true;
      case TELL -> byMany;
      case REFRESH -> byMany || Told.RUNG.equals(audience);
    };
  }

  private static List<Page> replaced(Incident before, IncidentChange.PageSettled settled) {
    return before.pages().stream()
        .filter(page -> page.notification().equals(settled.notification()))
        .findFirst()
        .map(
            newer ->
                before.pages().stream().filter(page -> Pages.isReplacedBy(page, newer)).toList())
        .orElse(List.of());
  }

  private static Notification.Content content(
      Incident incident, @Nullable String role, Said said, @Nullable String audience) {
    Actor owner = incident.response().owner();
    return new Notification.Content(
        incident.assessment().severity(),
        incident.assessment().unknown(),
        incident.subject().title(),
        incident.subject().service(),
        incident.subject().environment(),
        incident.milestones().startedAt(),
        role,
        Told.TICKET.equals(audience) ? said.kind().ofTicket() : said.kind(),
        incident.state(),
        audience,
        owner == null ? null : owner.id(),
        incident.briefing(),
        incident.assessment().evidence(),
        incident.assessment().decidedBy(),
        said.words());
  }

  private record Receiver(Channel channel, String recipient) {}
}
