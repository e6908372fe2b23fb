package io.tocsin.contracts.policy.template;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Templates by what they are for and the markup that they are written in. */
final class TemplateSet {
  private final Map<TemplateKind, Map<Markup, TemplateFile>> files =
      new EnumMap<>(TemplateKind.class);

  void add(TemplateKind kind, TemplateFile file) {
    files.computeIfAbsent(kind, key -> new EnumMap<>(Markup.class)).put(file.markup(), file);
  }

  /** The file that serves {@code markup} best. */
  Optional<TemplateFile> find(TemplateKind kind, Markup markup) {
    Map<Markup, TemplateFile> candidates = files.getOrDefault(kind, Map.of());
    return markup.sources().stream()
        .filter(candidates::containsKey)
        .map(candidates::get)
        .findFirst();
  }
}
