package io.tocsin.contracts.events;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every topic. Names, keys and partition counts are foundation: they stay once data exists. */
public final class Topics {
  /** Of {@code alerts} and each incident-side topic, from the first day. */
  public static final int PARTITIONS = 8;

  private static final Duration LONG = Duration.ofDays(90);
  private static final Duration MONTH = Duration.ofDays(30);

  public static final Topic<Alert> ALERTS = kept("alerts", Alert.class, LONG, true);
  public static final Topic<ClassifiedAlert> CLASSIFIED_ALERTS =
      kept("classified-alerts", ClassifiedAlert.class, LONG, false);
  public static final Topic<AlertDisposition> ALERT_DISPOSITIONS =
      kept("alert-dispositions", AlertDisposition.class, LONG, false);
  public static final Topic<IncidentCommand> INCIDENT_COMMANDS =
      kept("incident-commands", IncidentCommand.class, LONG, true);
  public static final Topic<IncidentEvent> INCIDENT_EVENTS =
      new Topic<>(
          "incident-events", IncidentEvent.class, PARTITIONS, false, Optional.empty(), true);
  public static final Topic<Incident> INCIDENTS =
      new Topic<>("incidents", Incident.class, PARTITIONS, true, Optional.empty(), false);
  public static final Topic<PolicyBundle> POLICIES =
      new Topic<>("policies", PolicyBundle.class, 1, true, Optional.empty(), false);
  public static final Topic<Delivery> DELIVERIES =
      new Topic<>("deliveries", Delivery.class, PARTITIONS, true, Optional.empty(), true);
  public static final Topic<DeliveryReceipt> DELIVERY_RECEIPTS =
      kept("delivery-receipts", DeliveryReceipt.class, MONTH, false);
  public static final Topic<Rejected> QUARANTINE = kept("quarantine", Rejected.class, MONTH, true);
  public static final Topic<Rejected> DEAD_LETTERS =
      kept("dead-letters", Rejected.class, MONTH, false);

  private static final Map<Channel, Topic<Notification>> NOTIFICATIONS = notifications();

  private Topics() {}

  /** {@code notifications.pagerduty} and its siblings. */
  public static Topic<Notification> notifications(Channel channel) {
    return NOTIFICATIONS.getOrDefault(channel, notificationTopic(channel));
  }

  /** All of them, in the order in which they are created. */
  public static List<Topic<?>> all() {
    return Stream.<Topic<?>>concat(
            Stream.of(
                ALERTS,
                CLASSIFIED_ALERTS,
                ALERT_DISPOSITIONS,
                INCIDENT_COMMANDS,
                INCIDENT_EVENTS,
                INCIDENTS,
                POLICIES,
                DELIVERIES,
                DELIVERY_RECEIPTS,
                QUARANTINE,
                DEAD_LETTERS),
            NOTIFICATIONS.values().stream())
        .toList();
  }

  private static Map<Channel, Topic<Notification>> notifications() {
    Map<Channel, Topic<Notification>> topics = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      topics.put(channel, notificationTopic(channel));
    }
    return topics;
  }

  private static Topic<Notification> notificationTopic(Channel channel) {
    return kept(
        "notifications." + channel.wireName(), Notification.class, Duration.ofDays(7), false);
  }

  private static <V> Topic<V> kept(String name, Class<V> type, Duration retention, boolean flush) {
    return new Topic<>(name, type, PARTITIONS, false, Optional.of(retention), flush);
  }
}
