package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the view: reads {@code incidents} from the beginning and, of {@code incident-events}, what
 * answers commands. After a fault or a step of the wall clock it goes on where it was, with a new
 * consumer.
 */
public final class ViewReader implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ViewReader.class);
  private static final JsonSerde<IncidentEvent> EVENTS = Topics.INCIDENT_EVENTS.serde();
  private static final JsonSerde<Incident> INCIDENTS = Topics.INCIDENTS.serde();

  private final KafkaSettings kafka;
  private final IncidentView view;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private @Nullable ViewReading reading;

  public ViewReader(KafkaSettings kafka, IncidentView view) {
    this.kafka = kafka;
    this.view = view;
  }

  public synchronized void start() {
    reading = new ViewReading(kafka.consumer(), this);
    reading.start();
  }

  /** Whether the last attempt to read succeeded. */
  public synchronized boolean isReading() {
    return reading != null && reading.isHealthy();
  }

  @Override
  public synchronized void renew(String why) {
    if (reading != null) {
      log.info("the view reads with a new consumer: {}", why);
      reading.stop();
      start();
    }
  }

  @Override
  public synchronized void close() {
    if (reading != null) {
      reading.stop();
      reading = null;
    }
  }

  /** Where to go on, by partition; empty before the first record. */
  Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  void take(ConsumerRecords<String, byte[]> records) {
    records.forEach(this::take);
    records
        .nextOffsets()
        .forEach((partition, next) -> positions.merge(partition, next.offset(), Math::max));
  }

  void reachedTheEnd() {
    if (!view.caughtUp()) {
      view.reachedTheEnd();
      log.info("the view shows all {} incidents", view.size());
    }
  }

  private void take(ConsumerRecord<String, byte[]> read) {
    try {
      if (read.topic().equals(Topics.INCIDENTS.name())) {
        takeIncident(read.key(), read.value());
      } else if (namesACommand(read.value())) {
        view.told(EVENTS.value(read.value()));
      }
    } catch (RuntimeException e) {
      log.error(
          "{} of {}-{} at {} cannot be read; the API does not show it",
          read.key(),
          read.topic(),
          read.partition(),
          read.offset(),
          e);
    }
  }

  private void takeIncident(String key, byte @Nullable [] value) {
    if (value == null) {
      view.drop(IncidentId.parse(key));
    } else {
      view.take(INCIDENTS.value(value));
    }
  }

  /** Most events answer no command, and need not be parsed. */
  private static boolean namesACommand(byte[] event) {
    return new String(event, StandardCharsets.ISO_8859_1).contains("\"causedBy\"");
  }
}
