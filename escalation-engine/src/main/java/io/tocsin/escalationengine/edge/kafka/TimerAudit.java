package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the timer index with the incidents, a few at a time, and sets it right: a deadline that
 * is in the state but not in the index would never be seen, and nobody would know.
 */
final class TimerAudit {
  private static final Logger log = LoggerFactory.getLogger(TimerAudit.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int AT_A_TIME = 50;
  private static final JsonSerde<Incident> INCIDENT = Topics.INCIDENTS.serde();

  private final TeamStores stores;
  private final Engine engine;
  private Instant next = Instant.MIN;
  private String from = "";

  TimerAudit(TeamStores stores, Engine engine) {
    this.stores = stores;
    this.engine = engine;
  }

  /** Goes on where it stopped; one whole audit every ten minutes. */
  void go(Instant now) {
    if (now.isBefore(next)) {
      return;
    }
    Writes writes = new Writes();
    boolean done = true;
    try (KeyValueIterator<String, byte[]> incidents = stores.incidentsFrom(from)) {
      for (int i = 0; incidents.hasNext(); i++) {
        KeyValue<String, byte[]> entry = incidents.next();
        if (i == AT_A_TIME) {
          from = entry.key;
          done = false;
          break;
        }
        look(entry.key, entry.value, writes);
      }
    }
    if (done) {
      from = "";
      next = now.plus(EVERY);
    }
    writes.run();
  }

  /** One that cannot be read costs the others nothing. */
  private void look(String key, byte[] value, Writes writes) {
    try {
      look(INCIDENT.value(value), writes);
    } catch (RuntimeException e) {
      log.error("incident {} cannot be audited", key, e);
      engine.metrics().undecided();
    }
  }

  private void look(Incident incident, Writes writes) {
    Optional<Lane> wanted = Lane.of(incident);
    if (wanted.isPresent() && !stores.timers().finds(wanted.get())) {
      log.error(
          "{} holds a deadline at {} that the timer index lacked; it is put back",
          incident.id(),
          wanted.get().due());
      engine.metrics().mended();
      stores.timers().insert(wanted.get(), writes);
    }
  }
}
