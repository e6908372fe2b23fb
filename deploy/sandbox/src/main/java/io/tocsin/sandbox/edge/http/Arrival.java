package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.PagerDuty;
import io.tocsin.sandbox.core.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * A request that has arrived whole.
 *
 * @param size of the body, in bytes
 */
public record Arrival(
    Provider provider,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    int size) {

  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "dd-api-key");

  static Arrival of(Provider provider, ServerRequest request, byte[] body) {
    String query = request.uri().getRawQuery();
    String path = request.uri().getRawPath() + (query == null ? "" : "?" + query);
    return new Arrival(
        provider,
        request.method().name(),
        path,
        headers(request),
        new String(body, StandardCharsets.UTF_8),
        body.length);
  }

  boolean isPagerDutyEvent() {
    return method.equals("POST") && path.equals(PagerDuty.ENQUEUE);
  }

  private static Map<String, String> headers(ServerRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .asHttpHeaders()
        .forEach(
            (name, values) -> {
              String lowerCase = name.toLowerCase(Locale.ROOT);
              String value = SECRET.contains(lowerCase) ? "***" : String.join(", ", values);
              headers.put(lowerCase, value);
            });
    return headers;
  }
}
