package io.tocsin.alertingest.edge.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.utils.Utils;

/** A record on its way to or from disk: whole, with its time, and the topic as one more header. */
final class Spooled {
  private static final String TOPIC = "spool-topic";

  private Spooled() {}

  static SimpleRecord toDisk(ProducerRecord<String, byte[]> record) {
    List<Header> headers = new ArrayList<>();
    headers.add(new RecordHeader(TOPIC, utf8(record.topic())));
    record.headers().forEach(headers::add);
    return new SimpleRecord(
        record.timestamp(), utf8(record.key()), record.value(), headers.toArray(Header[]::new));
  }

  static ProducerRecord<String, byte[]> fromDisk(Record record) {
    String topic = "";
    List<Header> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      if (header.key().equals(TOPIC)) {
        topic = new String(header.value(), StandardCharsets.UTF_8);
      } else {
        headers.add(header);
      }
    }
    String key = StandardCharsets.UTF_8.decode(record.key()).toString();
    byte[] value = Utils.toArray(record.value());
    return new ProducerRecord<>(topic, null, record.timestamp(), key, value, headers);
  }

  /** About as many bytes as it takes on disk, and not fewer. */
  static long size(ProducerRecord<String, byte[]> record) {
    long size = 64L + 3L * record.key().length() + record.value().length;
    for (Header header : record.headers()) {
      size += 16L + 3L * header.key().length() + header.value().length;
    }
    return size;
  }

  private static byte[] utf8(String text) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    return Utils.toArray(bytes);
  }
}
