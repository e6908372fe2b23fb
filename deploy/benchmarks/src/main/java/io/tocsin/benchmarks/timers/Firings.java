package io.tocsin.benchmarks.timers;

import io.tocsin.benchmarks.house.Follower;
import io.tocsin.benchmarks.house.Waiting;
import io.tocsin.contracts.events.IncidentChange.LadderDeferred;
import io.tocsin.contracts.events.IncidentChange.RungCalled;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * When deadlines were due, by the events that set them, and when what they caused was decided and
 * seen by a reader of what is committed.
 */
final class Firings implements AutoCloseable {
  private static final JsonSerde<IncidentEvent> EVENT = Topics.INCIDENT_EVENTS.serde();

  private final Map<String, Long> due = new HashMap<>();
  private final List<Firing> firings = new ArrayList<>();
  private final Follower follower;
  private final long before;

  /**
   * @param deferred whether it came from the team's hours, and not from a rung's wait
   */
  record Firing(long due, long decided, long seen, boolean deferred) {}

  /** Takes note of deadlines before {@code until}; later ones are none of the measurement's. */
  Firings(String kafka, Instant until) {
    this.before = until.toEpochMilli();
    this.follower = new Follower(kafka, Topics.INCIDENT_EVENTS, this::take);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    long seen = System.currentTimeMillis();
    String text = new String(record.value(), StandardCharsets.ISO_8859_1);
    if (!text.contains("\"rung-called\"") && !text.contains("\"ladder-deferred\"")) {
      return;
    }
    IncidentEvent event = EVENT.value(record.value());
    if (event.change() instanceof LadderDeferred deferred) {
      wait(record.key(), deferred.until());
    } else if (event.change() instanceof RungCalled called) {
      fired(record.key(), event.at().toEpochMilli(), seen, called.rung() == 0);
      wait(record.key(), called.next());
    }
  }

  private synchronized void wait(String incident, @Nullable Instant until) {
    if (until != null && until.toEpochMilli() < before) {
      due.put(incident, until.toEpochMilli());
    }
  }

  private synchronized void fired(String incident, long decided, long seen, boolean deferred) {
    Long when = due.remove(incident);
    if (when != null) {
      firings.add(new Firing(when, decided, seen, deferred));
    }
  }

  /** Deadlines that are known and have not fired. */
  synchronized int waiting() {
    return due.size();
  }

  /** What has fired until now. */
  synchronized List<Firing> fired() {
    return List.copyOf(firings);
  }

  private synchronized int count() {
    return firings.size();
  }

  /** Whether {@code count} have fired within {@code patience}. */
  boolean await(long count, Duration patience) throws InterruptedException {
    return Waiting.until(patience, () -> count() >= count);
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}
