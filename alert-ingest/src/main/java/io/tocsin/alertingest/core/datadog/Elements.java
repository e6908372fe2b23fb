package io.tocsin.alertingest.core.datadog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alerts of a body: it is one, an array of them, or either wrapped in an object. */
final class Elements {
  private Elements() {}

  static List<?> of(@Nullable Object body) {
    if (body instanceof List<?> list) {
      return list;
    }
    if (body instanceof Map<?, ?> object) {
      return ofObject(object);
    }
    return body == null ? List.of() : List.of(body);
  }

  /** The object itself, or the only object in it. */
  static Map<?, ?> unwrapped(Map<?, ?> object) {
    return object.size() == 1 && only(object) instanceof Map<?, ?> inner ? inner : object;
  }

  private static List<?> ofObject(Map<?, ?> object) {
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      if (isListOfAlerts(String.valueOf(entry.getKey()), entry.getValue(), object.size())) {
        return (List<?>) entry.getValue();
      }
    }
    return List.of(object);
  }

  private static boolean isListOfAlerts(String name, @Nullable Object value, int siblings) {
    if (!(value instanceof List<?> list)) {
      return false;
    }
    boolean named = List.of("alerts", "events").contains(name.toLowerCase(Locale.ROOT));
    return named || (siblings == 1 && list.stream().anyMatch(Map.class::isInstance));
  }

  private static @Nullable Object only(Map<?, ?> object) {
    return object.values().iterator().next();
  }
}
