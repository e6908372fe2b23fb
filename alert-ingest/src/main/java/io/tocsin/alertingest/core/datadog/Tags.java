package io.tocsin.alertingest.core.datadog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Datadog's comma lists of tags. The first colon parts name and value, and a value may hold more of
 * them; a tag without one is a flag.
 */
record Tags(List<Tag> list) {
  private static final String FLAG = "true";
  private static final Set<String> DECIDING = Set.of("service", "env", "environment");

  Tags {
    list = List.copyOf(list);
  }

  static Tags of(String text) {
    return new Tags(
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty() && !tag.equals("*"))
            .map(Tags::tag)
            .filter(tag -> !Placeholders.isAbsent(tag.value()) && !tag.name().isEmpty())
            .toList());
  }

  /** The same with those first that decide where an alert goes: what is cut comes last. */
  Tags decidingFirst() {
    Comparator<Tag> deciding = Comparator.comparing(tag -> !DECIDING.contains(tag.name()));
    return new Tags(list.stream().sorted(deciding).toList());
  }

  /** One text for the same tags in any order. */
  String canonical() {
    return list.stream()
        .map(tag -> tag.name() + ":" + tag.value())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Tag tag(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Tag(text.toLowerCase(Locale.ROOT), Placeholders.isAbsent(text) ? "" : FLAG)
        : new Tag(
            text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            text.substring(colon + 1).strip());
  }

  /** One tag; a flag's value is {@code true}. */
  record Tag(String name, String value) {}
}
