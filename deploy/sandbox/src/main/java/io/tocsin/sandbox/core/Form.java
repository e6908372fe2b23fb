package io.tocsin.sandbox.core;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form or a query.
 *
 * @param fields by name, each with its values in the order in which they came
 */
public record Form(Map<String, List<String>> fields) {

  /** Reads {@code a=1&b=2}; what cannot be read stays as it is. */
  public static Form of(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String each : text.split("&")) {
      if (!each.isEmpty()) {
        int equals = each.indexOf('=');
        String name = decoded(equals < 0 ? each : each.substring(0, equals));
        String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      }
    }
    return new Form(fields);
  }

  /** {@code fields} as a form is sent. */
  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The first value of that name; empty where there is none. */
  public String text(String name) {
    return fields.getOrDefault(name, List.of("")).get(0);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
