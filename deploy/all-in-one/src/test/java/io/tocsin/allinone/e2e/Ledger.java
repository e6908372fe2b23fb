package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.escalationengine.core.Evolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What stands in Kafka but for canaries, read committed and without asking any service. */
final class Ledger {
  private static final Duration SOON = Duration.ofSeconds(30);
  private final KafkaSettings kafka;

  Ledger(String address) {
    this.kafka = KafkaSettings.of(address);
  }

  /** Every accepted alert has one disposition, and state is the fold of the events. */
  void balances() {
    balances(SOON);
  }

  /** The same, where much is to be worked off first. */
  void balances(Duration patience) {
    await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(this::everyAlertHasOneDisposition);
    await().atMost(SOON).pollDelay(Duration.ZERO).untilAsserted(this::incidentsAreTheirEvents);
  }

  /** The ids of all alerts that ingest has accepted. */
  Set<String> accepted() {
    return values(Topics.ALERTS).stream()
        .map(Alert::id)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private void everyAlertHasOneDisposition() {
    List<String> disposed =
        values(Topics.ALERT_DISPOSITIONS).stream()
            .map(AlertDisposition::alert)
            .map(Object::toString)
            .toList();
    assertThat(disposed).doesNotHaveDuplicates();
    assertThat(new HashSet<>(disposed)).isEqualTo(accepted());
  }

  private void incidentsAreTheirEvents() {
    Map<String, Incident> folded = new HashMap<>();
    for (IncidentEvent event : values(Topics.INCIDENT_EVENTS)) {
      if (event.incident() != null && event.sequence() > 0) {
        folded.compute(
            event.incident().toString(), (id, before) -> Evolution.evolve(before, event));
      }
    }
    Map<String, Incident> kept = new HashMap<>();
    values(Topics.INCIDENTS).forEach(incident -> kept.put(incident.id().toString(), incident));
    assertThat(kept).isEqualTo(folded);
  }

  /** All committed values, in order within a partition. */
  private <V> List<V> values(Topic<V> topic) {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(number -> new TopicPartition(topic.name(), number))
            .toList();
    List<V> values = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
          if (found.value() != null && !Canary.owns(found.key())) {
            values.add(topic.serde().value(found.value()));
          }
        }
      }
    }
    return values;
  }
}
