package io.tocsin.escalationengine.edge.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Whatever goes wrong below {@code /api} is told as problem details. */
final class ProblemFilter implements WebFilter, Ordered {
  private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

  @Override
  public int getOrder() {
    return -200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!ApiPaths.covers(exchange.getRequest())) {
      return chain.filter(exchange);
    }
    return chain
        .filter(exchange)
        .onErrorResume(
            failure ->
                exchange.getResponse().isCommitted()
                    ? Mono.error(failure)
                    : write(exchange, problem(exchange, failure)));
  }

  private static ApiProblem problem(ServerWebExchange exchange, Throwable failure) {
    ServerHttpRequest request = exchange.getRequest();
    String call = request.getMethod() + " " + request.getPath().value();
    if (failure instanceof ApiProblem problem) {
      return problem;
    }
    if (failure instanceof ErrorResponse response) {
      HttpStatus status = HttpStatus.resolve(response.getStatusCode().value());
      return status == null || status == HttpStatus.NOT_FOUND
          ? ApiProblem.of(HttpStatus.NOT_FOUND, "there is nothing at " + call)
          : ApiProblem.of(status, call + " is refused: " + status.getReasonPhrase());
    }
    log.error("{} failed", call, failure);
    return ApiProblem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        call + " failed; nothing is known of its effect. The engine's log says more.");
  }

  private static Mono<Void> write(ServerWebExchange exchange, ApiProblem problem) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(problem.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    if (problem.status() == HttpStatus.UNAUTHORIZED) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tocsin\"");
    }
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(problem.body())));
  }
}
