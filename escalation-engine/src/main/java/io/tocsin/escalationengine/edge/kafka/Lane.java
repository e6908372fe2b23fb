package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * An entry of the timer index: lane (P1 first), due time in milliseconds, incident id.
 *
 * <p>As bytes: one for the lane, eight for the time, then the id, so that the order of keys is the
 * order in which they are due.
 */
record Lane(Severity severity, Instant due, IncidentId incident) {
  private static final int PREFIX = 1 + Long.BYTES;

  /** Where the incident must stand in the index: at its earliest deadline, if it holds one. */
  static Optional<Lane> of(Incident incident) {
    return incident
        .nextDeadline()
        .map(due -> new Lane(incident.assessment().severity(), due, incident.id()));
  }

  Bytes key() {
    byte[] id = incident.toString().getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(PREFIX + id.length)
            .put((byte) severity.ordinal())
            .putLong(due.toEpochMilli())
            .put(id)
            .array());
  }

  static Lane parse(Bytes key) {
    ByteBuffer bytes = ByteBuffer.wrap(key.get());
    Severity severity = Severity.values()[bytes.get()];
    Instant due = Instant.ofEpochMilli(bytes.getLong());
    byte[] id = new byte[bytes.remaining()];
    bytes.get(id);
    return new Lane(severity, due, IncidentId.parse(new String(id, StandardCharsets.UTF_8)));
  }

  /** The first key of {@code lane} that can be due at or after {@code millis}. */
  static Bytes from(Severity lane, long millis) {
    return Bytes.wrap(
        ByteBuffer.allocate(PREFIX).put((byte) lane.ordinal()).putLong(millis).array());
  }

  /** Beyond the last key of {@code lane}. */
  static Bytes end(Severity lane) {
    return Bytes.wrap(new byte[] {(byte) (lane.ordinal() + 1)});
  }
}
