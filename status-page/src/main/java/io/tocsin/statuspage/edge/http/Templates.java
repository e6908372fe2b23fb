package io.tocsin.statuspage.edge.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The templates and the style that lie in this jar. */
final class Templates {
  private static final String FOLDER = "/io/tocsin/statuspage/";

  private Templates() {}

  /** A template that escapes what it is filled with, and may include others that lie beside it. */
  static Template compile(String name) {
    return Mustache.compiler()
        .escapeHTML(true)
        .nullValue("")
        .withLoader(part -> new StringReader(read(part + ".mustache")))
        .compile(read(name));
  }

  static String read(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the status page's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
