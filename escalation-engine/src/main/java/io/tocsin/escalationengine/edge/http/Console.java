package io.tocsin.escalationengine.edge.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The console (RUN-04.1b): pages without anything in them that is not public, which call the API as
 * anybody does. The token stays with the browser and goes nowhere but to the API, so that no other
 * site can make it act.
 */
final class Console {
  private static final String FOLDER = "io/tocsin/escalationengine/console/";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Console() {}

  static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/", Console::page)
        .GET("/incidents/{id:[A-Z0-9]+-[0-9]+}", Console::incident)
        .resources("/console/**", new ClassPathResource(FOLDER))
        .before(Console::secured)
        .build();
  }

  private static Mono<ServerResponse> page(ServerRequest request) {
    Resource page = new ClassPathResource(FOLDER + "index.html");
    return ServerResponse.ok().contentType(HTML).bodyValue(page);
  }

  /** Where messages lead to. */
  private static Mono<ServerResponse> incident(ServerRequest request) {
    return ServerResponse.temporaryRedirect(
            URI.create("/#/incidents/" + request.pathVariable("id")))
        .build();
  }

  private static ServerRequest secured(ServerRequest request) {
    HttpHeaders headers = request.exchange().getResponse().getHeaders();
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.setCacheControl("no-cache");
    return request;
  }
}
