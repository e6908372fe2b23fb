package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What others see, as it is kept in files; {@code -Dgolden=write} writes them anew. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/cases");

  private Golden() {}

  public static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void compare(String name, String actual) {
    if ("write".equals(System.getProperty("golden"))) {
      try {
        Files.createDirectories(FOLDER.resolve(name).getParent());
        Files.writeString(FOLDER.resolve(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(actual).as(name).isEqualTo(text(name));
  }
}
