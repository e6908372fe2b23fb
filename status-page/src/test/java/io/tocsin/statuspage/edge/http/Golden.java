package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What others see, kept as files; rewritten only by {@code -Dgolden.write=true}. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Golden() {}

  static void assertSame(String name, String actual) {
    String text = readable(name, actual);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(FOLDER.resolve(name), text);
      }
      assertThat(text).as(name).isEqualTo(Files.readString(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON with line breaks; a page without its style, which is a file of its own. */
  private static String readable(String name, String actual) {
    if (name.endsWith(".json")) {
      return PRETTY.writeValueAsString(PRETTY.readTree(actual)) + "\n";
    }
    return actual.replace(Templates.read("page.css"), "page.css");
  }
}
