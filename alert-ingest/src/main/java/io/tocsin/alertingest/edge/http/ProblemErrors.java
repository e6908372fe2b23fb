package io.tocsin.alertingest.edge.http;

import io.tocsin.contracts.events.ContractJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whatever fails elsewhere: problem details too, and a log line without the path and its key. */
final class ProblemErrors implements ErrorWebExceptionHandler, Ordered {
  private static final Logger log = LoggerFactory.getLogger(ProblemErrors.class);

  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failed) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.empty();
    }
    ProblemDetail problem = Problem.BROKEN.body();
    if (failed instanceof ErrorResponse known) {
      HttpStatusCode status = known.getStatusCode();
      problem = ProblemDetail.forStatus(status);
    } else {
      log.error("a request failed", failed);
    }
    response.setRawStatusCode(problem.getStatus());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    byte[] body = ContractJson.MAPPER.writeValueAsBytes(problem);
    DataBuffer buffer = response.bufferFactory().wrap(body);
    return response.writeWith(Mono.just(buffer));
  }
}
