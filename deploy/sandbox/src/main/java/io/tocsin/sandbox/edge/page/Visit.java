package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * What a page was asked for with.
 *
 * @param path {@code /slack}
 * @param query by name; {@code refresh=off} among them
 */
record Visit(String path, Map<String, String> query) {
  private static final String REFRESH = "refresh";
  private static final String OFF = "off";

  Visit {
    query = new LinkedHashMap<>(query);
  }

  static Visit of(ServerRequest request) {
    return new Visit(request.path(), request.queryParams().toSingleValueMap());
  }

  /** Empty where it is missing. */
  String text(String name) {
    return query.getOrDefault(name, "");
  }

  boolean refreshes() {
    return !text(REFRESH).equals(OFF);
  }

  /** What stands behind the question mark. */
  String back() {
    return Form.encoded(query);
  }

  /** The same page with something else asked for; an empty value asks for nothing. */
  String with(String name, String value) {
    Map<String, String> other = new LinkedHashMap<>(query);
    other.put(name, value);
    other.values().removeIf(String::isEmpty);
    return other.isEmpty() ? path : path + "?" + Form.encoded(other);
  }

  String toggled() {
    return with(REFRESH, refreshes() ? OFF : "");
  }
}
