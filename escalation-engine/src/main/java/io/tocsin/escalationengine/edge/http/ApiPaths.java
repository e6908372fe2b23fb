package io.tocsin.escalationengine.edge.http;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which calls are the API's, told as the router tells it: after decoding. */
final class ApiPaths {
  private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

  private ApiPaths() {}

  static boolean covers(ServerHttpRequest request) {
    return API.matches(request.getPath().pathWithinApplication());
  }
}
