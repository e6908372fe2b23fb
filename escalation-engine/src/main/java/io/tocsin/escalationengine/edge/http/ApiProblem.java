package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that is answered with RFC 9457 problem details: what happened, and what to do. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String detail;
  private final @Nullable String reason;

  private ApiProblem(HttpStatus status, String detail, @Nullable String reason) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
    this.reason = reason;
  }

  static ApiProblem of(HttpStatus status, String detail) {
    return new ApiProblem(status, detail, null);
  }

  static ApiProblem badRequest(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }

  /** The engine said no, and why. */
  static ApiProblem refused(HttpStatus status, Reason reason) {
    return new ApiProblem(status, reason.text(), reason.name());
  }

  HttpStatus status() {
    return status;
  }

  byte[] body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", detail);
    if (reason != null) {
      body.put("reason", reason);
    }
    return ContractJson.MAPPER.writeValueAsBytes(body);
  }
}
