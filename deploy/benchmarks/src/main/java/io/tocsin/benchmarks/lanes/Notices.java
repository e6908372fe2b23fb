package io.tocsin.benchmarks.lanes;

import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes notifications as the engine does, each tick of an incident of its own: a page by
 * PagerDuty, the first message in Slack, a mail.
 */
final class Notices implements AutoCloseable {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final JsonSerde<Notification> SERDE = new JsonSerde<>(Notification.class);

  private final KafkaProducer<String, byte[]> producer;
  private final String policy;

  /**
   * @param policy the hash of the bundle that the notifier runs
   */
  Notices(String kafka, String policy) {
    this.producer = new KafkaProducer<>(KafkaSettings.of(kafka).producer());
    this.policy = policy;
  }

  /**
   * Writes at a fixed rate and returns when Kafka has all.
   *
   * @param from the number of the first incident
   * @return when the first was due, in milliseconds since the epoch
   */
  long write(long from, int perSecond, int seconds) {
    long startedAt = System.currentTimeMillis();
    long start = System.nanoTime();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = i * 1_000_000_000L / perSecond;
      while (System.nanoTime() - start < due) {
        LockSupport.parkNanos(due - (System.nanoTime() - start));
      }
      Instant at = Instant.ofEpochMilli(startedAt + due / 1_000_000);
      write(from + i, Channel.PAGERDUTY, Act.PAGE, "on-call", at);
      write(from + i, Channel.SLACK, Act.TELL, "audience:incidents", at);
      write(from + i, Channel.EMAIL, Act.TELL, "product-owner", at);
    }
    producer.flush();
    return startedAt;
  }

  private void write(long number, Channel channel, Act act, String recipient, Instant at) {
    IncidentId incident = new IncidentId(TEAM, number);
    boolean page = act == Act.PAGE;
    Notification notification =
        new Notification(
            NotificationId.of(incident, 2, channel, recipient),
            incident,
            2,
            channel,
            recipient,
            act,
            page ? List.of(1) : List.of(),
            new Notification.Content(
                Severity.P1,
                false,
                "API errors on 30 % of requests",
                "prescription-api",
                "production",
                at,
                page ? "on-call" : null,
                page ? MessageKind.PAGE : MessageKind.INCIDENT_MESSAGE,
                IncidentState.OPEN,
                recipient.startsWith("audience:") ? recipient.substring(9) : null,
                null,
                Briefing.NOTHING,
                Evidence.NONE,
                null,
                Map.of()),
            null,
            new Reason("bench", "as the measurement wants it"),
            at,
            policy);
    producer.send(
        new ProducerRecord<>(
            Topics.notifications(channel).name(), incident.toString(), SERDE.bytes(notification)));
  }

  @Override
  public void close() {
    producer.close();
  }
}
