package io.tocsin.notifier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What third parties send, where their folder stands beside the project. */
public final class Samples {
  private static final String FOLDER = "shared/reference/wire/inbound/samples";

  private Samples() {}

  /** The text of one; the test is skipped where the folder is not there. */
  public static String text(String name) {
    Path samples =
        Stream.iterate(
                Path.of(System.getProperty("user.dir")), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve(FOLDER))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(null);
    assumeTrue(samples != null, "no folder " + FOLDER + " beside the project");
    try {
      return Files.readString(samples.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
