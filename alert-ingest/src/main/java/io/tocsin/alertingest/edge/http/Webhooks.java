package io.tocsin.alertingest.edge.http;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.contracts.policy.Integration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /webhooks/{source}/{integration-key}}: who it is, then how much, then what. */
final class Webhooks {
  private final Map<String, AlertSource> sources = new TreeMap<>();
  private final IntegrationKeys keys;
  private final Doors doors;
  private final Acceptance acceptance;
  private final IngestMetrics metrics;

  Webhooks(
      List<AlertSource> sources,
      IntegrationKeys keys,
      Doors doors,
      Acceptance acceptance,
      IngestMetrics metrics) {
    sources.forEach(source -> this.sources.put(source.name(), source));
    this.keys = keys;
    this.doors = doors;
    this.acceptance = acceptance;
    this.metrics = metrics;
  }

  Mono<ServerResponse> receive(ServerRequest request) {
    String name = request.pathVariable("source");
    AlertSource source = sources.get(name);
    if (source == null) {
      return nothingHere(request);
    }
    Optional<Integration> sender = keys.sender(name, request.pathVariable("key"));
    if (sender.isEmpty()) {
      return refuseUnread(request, IngestMetrics.NOBODY, Problem.BAD_KEY);
    }
    Integration integration = sender.get();
    if (isEncoded(request)) {
      return refuseUnread(request, integration.name(), Problem.ENCODED);
    }
    return BoundedBody.of(request.exchange().getRequest())
        .flatMap(body -> withBody(request, source, integration, body))
        .onErrorResume(
            BoundedBody.TooLarge.class, e -> refuse(integration.name(), Problem.TOO_LARGE))
        .onErrorResume(TimeoutException.class, e -> refuse(integration.name(), Problem.TOO_LATE));
  }

  Mono<ServerResponse> wrongMethod(ServerRequest request) {
    return refuseUnread(request, IngestMetrics.NOBODY, Problem.METHOD);
  }

  /** Names what exists, and nothing of what was asked for: it may hold a key. */
  Mono<ServerResponse> nothingHere(ServerRequest request) {
    return BoundedBody.away(request.exchange().getRequest()).flatMap(this::nothingHere);
  }

  private Mono<ServerResponse> nothingHere(boolean allRead) {
    return ServerResponse.status(HttpStatus.NOT_FOUND)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .headers(headers -> Problem.leave(headers, allRead))
        .bodyValue(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "There is nothing at this path. What exists: POST /webhooks/{source}/"
                    + "{integration-key}, with source one of: "
                    + String.join(", ", sources.keySet())
                    + "."));
  }

  private Mono<ServerResponse> withBody(
      ServerRequest request, AlertSource source, Integration integration, byte[] body) {
    if (body.length == 0) {
      return refuse(integration.name(), Problem.EMPTY);
    }
    return doors.open(
        integration,
        body,
        () -> acceptance.accept(request, source, integration, body),
        problem -> refuse(integration.name(), problem));
  }

  private static boolean isEncoded(ServerRequest request) {
    List<String> encodings = request.headers().header(HttpHeaders.CONTENT_ENCODING);
    return !encodings.stream()
        .allMatch(said -> said.isBlank() || said.equalsIgnoreCase("identity"));
  }

  private Mono<ServerResponse> refuseUnread(
      ServerRequest request, String integration, Problem problem) {
    metrics.refused(integration, problem);
    return BoundedBody.away(request.exchange().getRequest()).flatMap(problem::answer);
  }

  private Mono<ServerResponse> refuse(String integration, Problem problem) {
    metrics.refused(integration, problem);
    return problem.answer();
  }
}
