package io.tocsin.escalationengine.edge.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Dates commands and receipts half a day earlier, so that an acknowledgement is taken before the
 * alerts of a backlog. Everything that is put or forwarded carries engine time all the same, and
 * changelogs are kept long enough for the difference.
 */
public final class Overtaking implements TimestampExtractor {
  private static final long AHEAD = Duration.ofHours(12).toMillis();

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp() - AHEAD);
  }
}
