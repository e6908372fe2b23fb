package io.tocsin.sandbox.core;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands behind the question mark of a request to GitHub. */
record GitHubQuery(Map<String, String> values) {

  static GitHubQuery of(String path) {
    Map<String, String> values = new HashMap<>();
    int mark = path.indexOf('?');
    if (mark >= 0) {
      for (String pair : path.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return new GitHubQuery(values);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** What is older than this is not asked for. */
  Instant since() {
    try {
      return Instant.parse(text("since", "1970-01-01T00:00:00Z"));
    } catch (DateTimeException noTime) {
      return Instant.EPOCH;
    }
  }

  /** The wanted page of {@code all}: 30 each, or as many as asked for up to 100. */
  <T> List<T> page(List<T> all) {
    int size = Math.min(100, number("per_page", 30));
    int from = (number("page", 1) - 1) * size;
    return from >= all.size() ? List.of() : all.subList(from, Math.min(all.size(), from + size));
  }

  private int number(String name, int otherwise) {
    String value = text(name, "");
    return value.matches("[1-9]\\d{0,5}") ? Integer.parseInt(value) : otherwise;
  }
}
