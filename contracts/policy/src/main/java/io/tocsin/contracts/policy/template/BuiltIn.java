package io.tocsin.contracts.policy.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The templates that serve a team without files of its own: resources beside this class. */
final class BuiltIn {
  private static final TemplateSet ALL = readAll();

  private BuiltIn() {}

  static TemplateSet templates() {
    return ALL;
  }

  private static TemplateSet readAll() {
    TemplateSet set = new TemplateSet();
    for (TemplateKind kind : TemplateKind.values()) {
      for (Markup markup : Markup.values()) {
        String name = kind.fileName() + "." + markup.extension();
        text(name).ifPresent(text -> set.add(kind, read(name, text, kind, markup)));
      }
    }
    return set;
  }

  private static TemplateFile read(String name, String text, TemplateKind kind, Markup markup) {
    TemplateFlaws flaws = new TemplateFlaws("built-in " + name);
    return new TemplateReader(kind, markup, flaws)
        .read("built-in " + name, text)
        .orElseThrow(() -> new IllegalStateException(flaws.inOrder().toString()));
  }

  private static Optional<String> text(String name) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
