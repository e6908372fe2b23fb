package io.tocsin.sandbox.edge.http;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Lets a browser change something only from the sandbox's own pages: another page that is open in
 * it must not act in somebody's name. Programs, which say no origin, may.
 */
public final class OwnPages implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  @Override
  public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
    return request.method().equals(HttpMethod.GET) || isOwn(request.headers().asHttpHeaders())
        ? next.handle(request)
        : Problems.of(
            HttpStatus.FORBIDDEN,
            "Another site's page asked for this. Do it on the sandbox's own pages, opened by"
                + " 127.0.0.1 or localhost.");
  }

  private static boolean isOwn(HttpHeaders headers) {
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = headers.getOrigin();
    return origin == null || isHere(origin, headers.getFirst(HttpHeaders.HOST));
  }

  /** A name could be made to lead here by whoever owns it; an address or localhost cannot. */
  private static boolean isHere(String origin, @Nullable String host) {
    Optional<String> from = authority(origin);
    return from.isPresent()
        && from.get().equals(host)
        && from.get().matches("(localhost|[0-9.]+|\\[[0-9a-fA-F:.]+])(:\\d+)?");
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
