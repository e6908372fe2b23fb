package io.tocsin.alertingest.edge.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered to a refused request: RFC 9457, never with the path, which holds the key. */
public enum Problem {
  BAD_KEY(
      HttpStatus.UNAUTHORIZED,
      "The key in the path is not known here. Take it from where the integration was set up."),
  UNPROVEN(
      HttpStatus.UNAUTHORIZED,
      "The message does not prove that it comes from its SNS topic. Leave raw message delivery off,"
          + " and let nothing on the way change the body. The log says what is wrong."),
  OUT_OF_TIME(
      HttpStatus.UNAUTHORIZED,
      "The message's Timestamp is too far from the time here: it is an old one, or a clock is"
          + " wrong."),
  FOREIGN_TOPIC(
      HttpStatus.FORBIDDEN,
      "The topic is not one of this integration's. Put its ARN under 'topics' in"
          + " integrations.yaml to take from it."),
  PROOF_AWAY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The certificate that proves the message could not be fetched from SNS. Send it again in a"
          + " few seconds."),
  UNCONFIRMED(
      HttpStatus.SERVICE_UNAVAILABLE,
      "SNS could not be told that the subscription is wanted. Send this again in a few seconds."),
  EMPTY(HttpStatus.BAD_REQUEST, "The body is empty. Send the alert as JSON or as a form."),
  TOO_LATE(
      HttpStatus.REQUEST_TIMEOUT, "The body did not come in time. Send the whole of it at once."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is over 524288 bytes. Send less in one request: drop samples from the template."),
  ENCODED(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body is compressed. Send it without Content-Encoding."),
  METHOD(HttpStatus.METHOD_NOT_ALLOWED, "A webhook is sent with POST."),
  SPOOL_FULL(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The alert is not accepted: Kafka is away, and the space where alerts wait for it is full."
          + " Send it again in a few seconds."),
  SPOOL_UNWRITABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The alert is not accepted: Kafka is away, and the disk where alerts wait for it cannot be"
          + " written. Send it again in a few seconds."),
  BROKEN(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "The request failed for a reason of ours, which is in the log. Send it again.");

  private static final String RETRY_AFTER_SECONDS = "5";

  private final HttpStatus status;
  private final String detail;

  Problem(HttpStatus status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  HttpStatus status() {
    return status;
  }

  ProblemDetail body() {
    return ProblemDetail.forStatusAndDetail(status, detail);
  }

  Mono<ServerResponse> answer() {
    return answer(true);
  }

  /**
   * @param allRead whether the request's body was read to its end
   */
  Mono<ServerResponse> answer(boolean allRead) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .headers(this::addHeaders)
        .headers(headers -> leave(headers, allRead))
        .bodyValue(body());
  }

  /** A connection with something unread on it is of no use to another request. */
  static void leave(HttpHeaders headers, boolean allRead) {
    if (!allRead) {
      headers.set(HttpHeaders.CONNECTION, "close");
    }
  }

  private void addHeaders(HttpHeaders headers) {
    switch (this) {
      case METHOD -> headers.set(HttpHeaders.ALLOW, "POST");
      case SPOOL_FULL, SPOOL_UNWRITABLE, PROOF_AWAY, UNCONFIRMED ->
          headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      case TOO_LARGE, TOO_LATE -> headers.set(HttpHeaders.CONNECTION, "close");
      default -> {}
    }
  }
}
