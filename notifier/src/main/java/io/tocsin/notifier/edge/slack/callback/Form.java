package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.notifier.edge.callback.Unreadable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A body of {@code application/x-www-form-urlencoded}. */
record Form(Map<String, String> fields) {

  static Form of(String body) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String pair : body.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a form of Slack was expected", e);
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Empty where it is missing. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }
}
