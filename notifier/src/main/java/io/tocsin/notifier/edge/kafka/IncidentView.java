package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.notifier.core.Standing;
import io.tocsin.notifier.edge.topic.Follower;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How every incident stands, from the compacted topic {@code incidents}. While one cannot be read
 * its pages count as wanted.
 */
final class IncidentView implements Follower.Reader {
  private static final JsonSerde<Incident> SERDE = Topics.INCIDENTS.serde();

  private final Map<IncidentId, Standing> standings;

  /**
   * @param standings what is known; it outlives this view, so that nothing is forgotten when the
   *     clients are made anew
   */
  IncidentView(Map<IncidentId, Standing> standings) {
    this.standings = standings;
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> from) {
    IncidentId id = IncidentId.parse(from.key());
    if (from.value() == null) {
      standings.remove(id);
    } else {
      standings.merge(
          id,
          Standing.of(SERDE.value(from.value())),
          (known, read) -> read.revision() >= known.revision() ? read : known);
    }
  }
}
