package io.tocsin.alertingest.edge.spool;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The first records of the spool, in order.
 *
 * @param end where in its file the next batch begins
 * @param next the offset after the last of them
 */
record Chunk(List<ProducerRecord<String, byte[]>> records, int end, long next) {
  static final Chunk NONE = new Chunk(List.of(), 0, 0);

  private static final int MOST_RECORDS = 500;
  private static final int MOST_BYTES = 1024 * 1024;

  Chunk {
    records = List.copyOf(records);
  }

  /** Whether so much is as much as is written or sent at once. */
  static boolean isEnough(int records, long bytes) {
    return records >= MOST_RECORDS || bytes >= MOST_BYTES;
  }
}
