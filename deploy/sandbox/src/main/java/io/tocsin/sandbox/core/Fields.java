package io.tocsin.sandbox.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a parsed JSON object, read leniently: what is not of the wanted kind is absent. */
record Fields(Map<?, ?> json) {

  /** The text of that field; empty where it is missing, blank or no text. */
  String text(String name) {
    return json.get(name) instanceof String text && !text.isBlank() ? text : "";
  }

  /** As {@link #text}, and adds PagerDuty's error where there is none. */
  String required(String name, String shownAs, List<String> errors) {
    String text = text(name);
    if (text.isEmpty()) {
      errors.add("'" + shownAs + "' is missing or blank");
    }
    return text;
  }

  @Nullable Object value(String name) {
    return json.get(name);
  }

  List<?> list(String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }
}
