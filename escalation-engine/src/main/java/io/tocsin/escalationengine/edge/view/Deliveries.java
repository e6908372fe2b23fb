package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.TeamPartitioner;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
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

/**
 * What providers said of one incident's messages, from {@code delivery-receipts}, read when
 * somebody asks: taken, come to the device, heard, failed. The last 256 are kept and read on.
 */
public final class Deliveries implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final JsonSerde<DeliveryReceipt> SERDE = Topics.DELIVERY_RECEIPTS.serde();
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BEFORE_OPENING = Duration.ofSeconds(5);

  private final EventConsumers consumers;
  private final Map<IncidentId, Told> kept = Collections.synchronizedMap(new RecentlyTold());

  /**
   * What is known.
   *
   * @param receipts in the order in which they came
   * @param complete whether that is all there was when it was asked for
   * @param next the offset at which a later reading goes on; -1 when none was read
   */
  public record Told(List<DeliveryReceipt> receipts, boolean complete, long next) {
    static final Told NOTHING = new Told(List.of(), false, -1);

    public Told {
      receipts = List.copyOf(receipts);
    }
  }

  public Deliveries(KafkaSettings kafka) {
    this.consumers = new EventConsumers(kafka);
  }

  /** Blocks for at most about 4 s, then answers with what it has, marked as not complete. */
  public Told of(Incident incident) {
    Told known = kept.getOrDefault(incident.id(), Told.NOTHING);
    try {
      Told read = consumers.read(PATIENCE, consumer -> readOn(consumer, incident, known));
      kept.put(incident.id(), read);
      return read;
    } catch (KafkaException e) {
      log.warn("the deliveries of {} cannot be read now: {}", incident.id(), e.toString());
      return new Told(known.receipts(), false, known.next());
    }
  }

  private static Told readOn(Consumer<String, byte[]> consumer, Incident incident, Told known) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String key = incident.id().toString();
    String topic = Topics.DELIVERY_RECEIPTS.name();
    TopicPartition partition =
        new TopicPartition(
            topic, TeamPartitioner.partition(topic, key, Topics.DELIVERY_RECEIPTS.partitions()));
    consumer.assign(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    consumer.seek(
        partition, known.next() >= 0 ? known.next() : start(consumer, partition, incident, end));
    List<DeliveryReceipt> receipts = new ArrayList<>(known.receipts());
    while (consumer.position(partition) < end && System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
        if (key.equals(read.key())) {
          receipts.add(SERDE.value(read.value()));
        }
      }
    }
    long next = consumer.position(partition);
    return new Told(receipts, next >= end, next);
  }

  private static long start(
      Consumer<String, byte[]> consumer, TopicPartition partition, Incident incident, long end) {
    long from = incident.milestones().openedAt().minus(BEFORE_OPENING).toEpochMilli();
    OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, from)).get(partition);
    return found == null ? end : found.offset();
  }

  @Override
  public void renew(String why) {
    consumers.renew(why);
  }

  @Override
  public void close() {
    consumers.close();
  }

  private static final class RecentlyTold extends LinkedHashMap<IncidentId, Told> {
    private static final long serialVersionUID = 1L;
    private static final int AT_MOST = 256;

    RecentlyTold() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<IncidentId, Told> eldest) {
      return size() > AT_MOST;
    }
  }
}
