package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.TeamPartitioner;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads what happened to one incident from {@code incident-events}, when somebody asks. The last
 * 256 timelines are kept; a kept one is only read on.
 */
public final class Timelines implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Timelines.class);
  private static final JsonSerde<IncidentEvent> SERDE = Topics.INCIDENT_EVENTS.serde();
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BEFORE_OPENING = Duration.ofSeconds(5);

  private final EventConsumers consumers;
  private final Map<IncidentId, Timeline> kept = Collections.synchronizedMap(new RecentTimelines());

  public Timelines(KafkaSettings kafka) {
    this.consumers = new EventConsumers(kafka);
  }

  /**
   * The incident's events up to its revision; blocks for at most about 4 s, then answers with what
   * it has, marked as not complete.
   */
  public Timeline of(Incident incident) {
    Timeline known = kept.getOrDefault(incident.id(), Timeline.EMPTY);
    if (known.revision() >= incident.revision()) {
      return known;
    }
    try (MDC.MDCCloseable context = MDC.putCloseable("incident", incident.id().toString())) {
      Timeline read = consumers.read(PATIENCE, consumer -> readOn(consumer, incident, known));
      if (read.complete()) {
        kept.put(incident.id(), read);
      }
      return read;
    } catch (KafkaException e) {
      log.warn("the timeline of {} cannot be read now: {}", incident.id(), e.toString());
      return known.upTo(incident.revision());
    }
  }

  private static Timeline readOn(
      Consumer<String, byte[]> consumer, Incident incident, Timeline known) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String key = incident.id().toString();
    String topic = Topics.INCIDENT_EVENTS.name();
    TopicPartition partition =
        new TopicPartition(
            topic, TeamPartitioner.partition(topic, key, Topics.INCIDENT_EVENTS.partitions()));
    consumer.assign(List.of(partition));
    seek(consumer, partition, incident, known);
    Timeline timeline = known;
    while (timeline.revision() < incident.revision() && System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
        if (key.equals(read.key()) && timeline.revision() < incident.revision()) {
          timeline = timeline.and(TimelineEntry.of(SERDE.value(read.value())), read.offset());
        }
      }
    }
    return timeline.upTo(incident.revision());
  }

  private static void seek(
      Consumer<String, byte[]> consumer,
      TopicPartition partition,
      Incident incident,
      Timeline known) {
    if (known.next() >= 0) {
      consumer.seek(partition, known.next());
      return;
    }
    long from = incident.milestones().openedAt().minus(BEFORE_OPENING).toEpochMilli();
    OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, from)).get(partition);
    if (found == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, found.offset());
    }
  }

  @Override
  public void renew(String why) {
    consumers.renew(why);
  }

  @Override
  public void close() {
    consumers.close();
  }

  private static final class RecentTimelines extends LinkedHashMap<IncidentId, Timeline> {
    private static final long serialVersionUID = 1L;
    private static final int AT_MOST = 256;

    RecentTimelines() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<IncidentId, Timeline> eldest) {
      return size() > AT_MOST;
    }
  }
}
