package io.tocsin.chaos.edge.crash;

import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Link;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Notifications as the engine would write them, for one channel: half of them the first of their
 * incident, half something that follows a first one where the channel joins the two.
 */
final class Mailbag {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final List<String> PHONES =
      List.of("on-call", "devops-lead", "tech-lead", "product-owner", "executives");
  private static final List<String> ROOMS = List.of("audience:incidents", "audience:portals");

  private static final Briefing AT_MONITOR =
      new Briefing(
          null,
          null,
          List.of(new Link(Link.MONITOR, "https://app.datadoghq.eu/monitors/2468013")),
          List.of());

  private final Channel channel;
  private final String policy;
  private final List<Notification> before = new ArrayList<>();
  private final List<Notification> flight = new ArrayList<>();

  /**
   * Fills it.
   *
   * @param first the number of the first incident; those of a mailbag follow each other, so that no
   *     two wait for the same thread of the notifier
   * @param size how many are in flight
   * @param policy the hash of the bundle that the notifier runs by
   */
  Mailbag(Channel channel, long first, int size, String policy) {
    this.channel = channel;
    this.policy = policy;
    int opening = joins() ? size / 2 : size;
    for (int number = 0; number < size; number++) {
      IncidentId incident = new IncidentId(TEAM, first + number);
      if (number < opening) {
        flight.add(opening(incident, number));
      } else {
        before.add(opening(incident, number));
        flight.add(following(incident, number));
      }
    }
  }

  private boolean joins() {
    return channel == Channel.SLACK || channel == Channel.GITHUB || channel == Channel.PHONE;
  }

  /** What is delivered in peace: what those in flight follow. */
  List<Notification> before() {
    return channel == Channel.PHONE ? List.of() : before;
  }

  List<Notification> flight() {
    return flight;
  }

  private Notification opening(IncidentId incident, int number) {
    return switch (channel) {
      case SLACK ->
          message(incident, 2, room(number), Act.TELL, MessageKind.INCIDENT_MESSAGE, Map.of());
      case GITHUB -> message(incident, 2, Told.TICKET, Act.TELL, MessageKind.TICKET, Map.of());
      case PHONE -> message(incident, 2, phone(number), Act.PAGE, MessageKind.PAGE, Map.of());
      case DATADOG ->
          message(
              incident,
              5,
              Told.MONITOR,
              Act.TELL,
              MessageKind.ACKNOWLEDGED,
              Map.of("by", "bashir", "time", Instant.now().toString()));
      default -> message(incident, 2, PHONES.get(0), Act.PAGE, MessageKind.PAGE, Map.of());
    };
  }

  private Notification following(IncidentId incident, int number) {
    Map<String, String> said =
        Map.of("by", "bashir", "finding", "the pool of " + incident + " is empty");
    return switch (channel) {
      case SLACK -> message(incident, 5, room(number), Act.TELL, MessageKind.FINDING, said);
      case GITHUB -> message(incident, 5, Told.TICKET, Act.TELL, MessageKind.FINDING, said);
      default -> message(incident, 5, phone(number), Act.TELL, MessageKind.INCIDENT_MESSAGE, said);
    };
  }

  private static String phone(int number) {
    return PHONES.get(number % PHONES.size());
  }

  private static String room(int number) {
    return ROOMS.get(number % ROOMS.size());
  }

  private Notification message(
      IncidentId incident,
      long sequence,
      String recipient,
      Act act,
      MessageKind kind,
      Map<String, String> said) {
    Instant now = Instant.now();
    return new Notification(
        NotificationId.of(incident, sequence, channel, recipient),
        incident,
        sequence,
        channel,
        recipient,
        act,
        act == Act.PAGE ? List.of(1) : List.of(),
        new Notification.Content(
            Severity.P1,
            false,
            "API errors on 30 % of requests",
            "prescription-api",
            "production",
            now.minusSeconds(60),
            act == Act.PAGE ? recipient : null,
            kind,
            IncidentState.OPEN,
            act == Act.PAGE ? null : Told.audienceOf(recipient),
            null,
            channel == Channel.DATADOG ? AT_MONITOR : Briefing.NOTHING,
            Evidence.NONE,
            null,
            said),
        null,
        new Reason("series", "the notifier is to die on it"),
        now,
        policy);
  }
}
