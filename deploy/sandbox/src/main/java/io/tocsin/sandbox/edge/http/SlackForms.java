package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.edge.json.SandboxJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of what Slack is sent, from a form or from JSON. */
final class SlackForms {

  private SlackForms() {}

  static Map<String, String> of(String body, SandboxJson json, Map<String, String> headers) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (headers.getOrDefault("content-type", "").startsWith("application/json")) {
      json.object(body)
          .orElse(Map.of())
          .forEach(
              (name, value) ->
                  fields.put(name, value instanceof String text ? text : json.text(value)));
      return fields;
    }
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
