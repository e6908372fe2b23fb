package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Provider;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Answers of the sandbox itself when something is wrong, as problem details (RFC 9457). */
final class Problems {

  private Problems() {}

  static Mono<ServerResponse> of(HttpStatusCode status, String detail) {
    return send(ProblemDetail.forStatusAndDetail(status, detail));
  }

  static Mono<ServerResponse> of(ResponseStatusException problem) {
    return send(problem.getBody());
  }

  static Mono<ServerResponse> invalid(List<String> errors) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.join("; ", errors));
    problem.setProperty("errors", errors);
    return send(problem);
  }

  static Mono<ServerResponse> nothingHere(ServerRequest request) {
    return of(
        HttpStatus.NOT_FOUND,
        "The sandbox has nothing at "
            + request.method()
            + " "
            + request.path()
            + ". Providers are below "
            + String.join(", ", Provider.paths())
            + "; what arrived is at /requests, faults are set at /faults.");
  }

  private static Mono<ServerResponse> send(ProblemDetail problem) {
    return ServerResponse.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyValue(problem);
  }
}
