package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.DecodedValues;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Head;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** The stores of one task with their types: what its teams know. */
final class TeamStores {
  private static final JsonSerde<Incident> INCIDENT = Topics.INCIDENTS.serde();
  private static final JsonSerde<Head> HEAD = new JsonSerde<>(Head.class);
  private static final JsonSerde<AlertMemory> MEMORY = new JsonSerde<>(AlertMemory.class);
  private static final byte[] SEEN = {1};

  /** A task's incidents that are talked of at one time, and more; each takes some kilobytes. */
  private static final int DECODED = 500;

  private final DecodedValues<Incident> decodedIncidents = new DecodedValues<>(INCIDENT, DECODED);
  private final DecodedValues<Head> decodedHeads = new DecodedValues<>(HEAD, DECODED);
  private final KeyValueStore<String, byte[]> incidents;
  private final KeyValueStore<String, byte[]> heads;
  private final KeyValueStore<String, byte[]> alerts;
  private final WindowStore<String, byte[]> seen;
  private final KeyValueStore<String, Long> progress;
  private final TimerIndex timers;

  TeamStores(ProcessorContext<String, byte[]> context, Instant now) {
    this.incidents = context.getStateStore(EngineStores.INCIDENTS);
    this.heads = context.getStateStore(EngineStores.HEADS);
    this.alerts = context.getStateStore(EngineStores.ALERTS);
    this.seen = context.getStateStore(EngineStores.SEEN);
    this.progress = context.getStateStore(EngineStores.PROGRESS);
    this.timers = new TimerIndex(context.getStateStore(EngineStores.TIMERS), progress, now);
  }

  TimerIndex timers() {
    return timers;
  }

  @Nullable Incident incident(IncidentId id) {
    String key = id.toString();
    byte[] value = incidents.get(key);
    return value == null ? null : decodedIncidents.value(key, value);
  }

  /** The same, for what is looked at once: it takes no other's place among the decoded. */
  @Nullable Incident incidentOnce(IncidentId id) {
    byte[] value = incidents.get(id.toString());
    return value == null ? null : INCIDENT.value(value);
  }

  /** The incident with the timer entry that belongs to it. Returns the incident's bytes. */
  byte[] put(@Nullable Incident before, Incident after, Writes writes) {
    byte[] value = INCIDENT.bytes(after);
    writes.add(() -> incidents.put(after.id().toString(), value));
    timers.move(before, after, writes);
    return value;
  }

  KeyValueIterator<String, byte[]> incidentsFrom(String key) {
    return incidents.range(key, null);
  }

  @Nullable Head head(GroupingKey grouping) {
    String key = grouping.toString();
    byte[] value = heads.get(key);
    return value == null ? null : decodedHeads.value(key, value);
  }

  void put(GroupingKey key, Head head, Writes writes) {
    byte[] value = HEAD.bytes(head);
    writes.add(() -> heads.put(key.toString(), value));
  }

  @Nullable AlertMemory alert(IncidentId incident, AlertKey alert) {
    byte[] value = alerts.get(incident + "|" + alert);
    return value == null ? null : MEMORY.value(value);
  }

  void put(IncidentId incident, AlertKey alert, AlertMemory memory, Writes writes) {
    byte[] value = MEMORY.bytes(memory);
    writes.add(() -> alerts.put(incident + "|" + alert, value));
  }

  /** Whether {@code id} was seen within the last 48 hours. */
  boolean wasSeen(String id, Instant now) {
    try (WindowStoreIterator<byte[]> found =
        seen.fetch(id, now.minus(EngineStores.SEEN_FOR), now)) {
      return found.hasNext();
    }
  }

  void see(String id, Instant now, Writes writes) {
    writes.add(() -> seen.put(id, SEEN, now.toEpochMilli()));
  }

  /** The number that the team's next incident gets. */
  long nextNumber(TeamCode team) {
    Long last = progress.get("number/" + team);
    return last == null ? 1 : last + 1;
  }

  void took(IncidentId id, Writes writes) {
    writes.add(() -> progress.put("number/" + id.team(), id.number()));
  }

  /** Our last sign of life, if there was one. */
  @Nullable Instant lastAlive() {
    Long millis = progress.get("alive");
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Says that we live, and keeps the watermarks. */
  void alive(Instant now) {
    progress.put("alive", now.toEpochMilli());
    timers.keep();
  }
}
