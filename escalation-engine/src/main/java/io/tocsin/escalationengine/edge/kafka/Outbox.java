package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CloudEvent;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What leaves a step, each to its topic, with CloudEvents headers and engine time. */
final class Outbox {
  private static final String SOURCE = "/escalation-engine";
  private static final JsonSerde<IncidentEvent> EVENT = Topics.INCIDENT_EVENTS.serde();
  private static final JsonSerde<AlertDisposition> DISPOSITION = Topics.ALERT_DISPOSITIONS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.DEAD_LETTERS.serde();
  private static final Map<Channel, JsonSerde<Notification>> NOTIFICATION = serdes();

  private final ProcessorContext<String, byte[]> context;
  private @Nullable Header traceparent;

  Outbox(ProcessorContext<String, byte[]> context) {
    this.context = context;
  }

  /** The sink of {@code topic}. */
  static String sink(Topic<?> topic) {
    return "to-" + topic.name();
  }

  void event(TeamCode team, IncidentEvent event, Instant now, Writes writes) {
    String key =
        event.incident() == null
            ? team.key(String.valueOf(event.causedBy()))
            : "" + event.incident();
    String id = key + "/" + event.sequence();
    forward(
        Topics.INCIDENT_EVENTS,
        key,
        EVENT.bytes(event),
        new CloudEvent("incident-event", SOURCE, id, now),
        writes);
  }

  void incident(String key, byte[] value, Instant now, Writes writes) {
    forward(Topics.INCIDENTS, key, value, new CloudEvent("incident", SOURCE, key, now), writes);
  }

  void notification(Notification notification, Instant now, Writes writes) {
    Channel channel = notification.channel();
    JsonSerde<Notification> serde = NOTIFICATION.get(channel);
    if (serde == null) {
      throw new IllegalStateException("no topic for channel " + channel);
    }
    forward(
        Topics.notifications(channel),
        notification.incident().toString(),
        serde.bytes(notification),
        new CloudEvent("notification", SOURCE, notification.id().toString(), now),
        writes);
  }

  void disposition(AlertDisposition disposition, Instant now, Writes writes) {
    forward(
        Topics.ALERT_DISPOSITIONS,
        disposition.team().key(disposition.alertKey().toString()),
        DISPOSITION.bytes(disposition),
        new CloudEvent("alert-disposition", SOURCE, disposition.alert().toString(), now),
        writes);
  }

  void deadLetter(String key, Rejected rejected, Instant now, Writes writes) {
    forward(
        Topics.DEAD_LETTERS,
        key,
        REJECTED.bytes(rejected),
        new CloudEvent("dead-letter", SOURCE, key, now),
        writes);
  }

  private void forward(Topic<?> topic, String key, byte[] value, CloudEvent event, Writes writes) {
    Headers headers = event.onto(new RecordHeaders());
    if (traceparent != null) {
      headers.add(traceparent);
    }
    Runnable write =
        () ->
            context.forward(
                new Record<>(key, value, event.time().toEpochMilli(), headers), sink(topic));
    if (topic == Topics.ALERT_DISPOSITIONS) {
      writes.add(write);
    } else {
      writes.addAwaited(write);
    }
  }

  /** From now on, what leaves belongs to the trace of {@code headers}. */
  void tracedBy(Headers headers) {
    traceparent = headers.lastHeader(CloudEvent.TRACE);
  }

  /** From now on, what leaves belongs to no trace: a deadline caused it. */
  void untraced() {
    traceparent = null;
  }

  private static Map<Channel, JsonSerde<Notification>> serdes() {
    Map<Channel, JsonSerde<Notification>> serdes = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      serdes.put(channel, Topics.notifications(channel).serde());
    }
    return serdes;
  }
}
