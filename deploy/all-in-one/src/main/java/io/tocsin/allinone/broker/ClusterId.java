package io.tocsin.allinone.broker;

import io.tocsin.allinone.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.kafka.common.Uuid;

/** The id of the embedded cluster: made once, kept with the data it belongs to. */
public final class ClusterId {
  static final String FILE = "cluster-id";

  private ClusterId() {}

  /** The id kept in {@code folder}; a new one is kept there before anything is made with it. */
  public static String keptIn(Path folder) throws StartRefused {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Path fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, Uuid.randomUuid() + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Uuid.fromString(Files.readString(file).strip()).toString();
    } catch (IOException e) {
      throw StartRefused.because(
          "the cluster id cannot be kept in " + file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw StartRefused.because(
          file + " holds no cluster id; take it from kafka/meta.properties beside it", e);
    }
  }
}
