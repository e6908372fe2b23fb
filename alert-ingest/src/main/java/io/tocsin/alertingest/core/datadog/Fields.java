package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Unreadable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one templated alert, found by normalised name: {@code alert_transition}, {@code
 * alertTransition} and {@code ALERT-TRANSITION} are one. A field that says nothing is not there.
 */
final class Fields {
  private static final Set<String> WRAPPERS =
      Set.of("alert", "event", "metadata", "data", "payload", "details");
  private static final int MAX_DEPTH = 4;

  private final PayloadReader reader;
  private final Map<String, Field> byName = new LinkedHashMap<>();

  private Fields(PayloadReader reader) {
    this.reader = reader;
  }

  static Fields of(Map<?, ?> object, PayloadReader reader) {
    Fields fields = new Fields(reader);
    fields.add("", object, 0);
    return fields;
  }

  /** The value of the first of {@code names} (normalised) that is there. */
  Optional<String> first(String... names) {
    for (String name : names) {
      Field field = byName.get(name);
      if (field != null) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /** As {@link #first}, for a part of a key: unfilled variables are no part of it. */
  Optional<String> key(String... names) {
    for (String name : names) {
      Optional<String> said =
          first(name).map(Placeholders::without).filter(Placeholders::saysAnything);
      if (said.isPresent()) {
        return said.map(String::strip);
      }
    }
    return Optional.empty();
  }

  /** Every field: its normalised name, and what it holds under the template's own. */
  void forEach(BiConsumer<String, Field> consumer) {
    byName.forEach(consumer);
  }

  /** Siblings come before what is wrapped beside them: the outer field is the one meant. */
  private void add(String prefix, Map<?, ?> object, int depth) {
    Map<String, Map<?, ?>> nested = new LinkedHashMap<>();
    object.forEach((name, value) -> addOne(prefix + name, value, nested));
    if (depth < MAX_DEPTH) {
      nested.forEach(
          (name, inner) ->
              add(WRAPPERS.contains(normal(name)) ? prefix : name + "_", inner, depth + 1));
    }
  }

  private void addOne(String name, @Nullable Object value, Map<String, Map<?, ?>> nested) {
    if (value instanceof String text) {
      Object inner = WRAPPERS.contains(normal(name)) ? jsonIn(text) : null;
      if (inner instanceof Map<?, ?> object) {
        nested.put(name, object);
      } else {
        put(name, text);
      }
    } else if (value instanceof Map<?, ?> object) {
      if (isTags(name)) {
        put(name, pairs(object));
      } else {
        nested.put(name, object);
      }
    } else if (value instanceof List<?> list && isTags(name)) {
      put(name, joined(list));
    }
  }

  private void put(String name, String value) {
    if (!Placeholders.isAbsent(value)) {
      byName.putIfAbsent(normal(name), new Field(name, value));
    }
  }

  private @Nullable Object jsonIn(String text) {
    try {
      return text.startsWith("{") ? reader.json(text) : null;
    } catch (Unreadable e) {
      return null;
    }
  }

  private static boolean isTags(String name) {
    String normal = normal(name);
    return normal.equals("tags") || normal.equals("labels") || normal.equals("alertscope");
  }

  private static String pairs(Map<?, ?> object) {
    return object.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof String)
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  private static String joined(List<?> list) {
    return list.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining(","));
  }

  private static String normal(String name) {
    StringBuilder normal = new StringBuilder(name.length());
    int codePoint;
    for (int at = 0; at < name.length(); at += Character.charCount(codePoint)) {
      codePoint = name.codePointAt(at);
      if (Character.isLetterOrDigit(codePoint)) {
        normal.appendCodePoint(codePoint);
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * @param name as the template writes it
   */
  record Field(String name, String value) {}
}
