package io.tocsin.notifier.edge.callback;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered to a refused callback: RFC 9457. */
enum CallbackProblem {
  UNCONFIGURED(
      HttpStatus.UNAUTHORIZED,
      "Nothing can be proven here yet: the secret of this provider's callbacks is not set."),
  NOT_GENUINE(
      HttpStatus.UNAUTHORIZED,
      "The proof is missing, wrong or too old. Sign the body with the secret that is set here."),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is over 1048576 bytes."),
  TOO_LATE(
      HttpStatus.REQUEST_TIMEOUT, "The body did not come in time. Send the whole of it at once."),
  UNREADABLE(HttpStatus.BAD_REQUEST, "The body is not what this provider sends."),
  METHOD(HttpStatus.METHOD_NOT_ALLOWED, "A callback is sent with POST."),
  NOTHING_HERE(HttpStatus.NOT_FOUND, "No provider calls back at this path."),
  AWAY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "It could not be stored and is not accepted. Send it again in a few seconds."),
  BROKEN(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "The request failed for a reason of ours, which is in the log. Send it again.");

  private static final String RETRY_AFTER_SECONDS = "5";

  private final HttpStatus status;
  private final String detail;

  CallbackProblem(HttpStatus status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  /** As metrics count it. */
  String outcome() {
    return switch (this) {
      case AWAY -> "away";
      case BROKEN -> "broken";
      default -> "refused";
    };
  }

  Mono<ServerResponse> answer() {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .headers(this::addHeaders)
        .bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
  }

  private void addHeaders(HttpHeaders headers) {
    switch (this) {
      case METHOD -> headers.set(HttpHeaders.ALLOW, "POST");
      case AWAY -> headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      case TOO_LARGE, TOO_LATE -> headers.set(HttpHeaders.CONNECTION, "close");
      default -> {}
    }
  }
}
