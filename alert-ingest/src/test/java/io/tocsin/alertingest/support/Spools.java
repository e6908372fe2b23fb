package io.tocsin.alertingest.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records for the spool, and its files. */
public final class Spools {
  private Spools() {}

  /** An alert of that name, accepted at the moment that the tests agree on. */
  public static ProducerRecord<String, byte[]> record(String name) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            "alerts",
            null,
            Given.NOW.toEpochMilli(),
            "key-" + name,
            name.getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_id", name.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  public static String name(ProducerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }
}
