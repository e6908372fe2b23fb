package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.ContractJson;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The calls that tests make, in one line each. */
final class Calls {
  private Calls() {}

  static ResponseSpec post(String path, String body) {
    return RunningApi.operator()
        .post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  static ResponseSpec post(String path, String key, String body) {
    return RunningApi.operator()
        .post()
        .uri(path)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  static ResponseSpec get(String path) {
    return RunningApi.operator().get().uri(path).exchange();
  }

  /** Declares an incident and answers with its id. */
  static String declared(Map<String, String> fields) {
    BodyContentSpec answer =
        post("/api/incidents", ContractJson.MAPPER.writeValueAsString(fields))
            .expectStatus()
            .isCreated()
            .expectBody();
    return json(answer).path("incident").path("id").stringValue();
  }

  static String declared() {
    return declared(Map.of("title", "Orders are slow", "service", "prescription-api"));
  }

  static JsonNode json(BodyContentSpec body) {
    return ContractJson.MAPPER.readTree(
        Objects.requireNonNull(body.returnResult().getResponseBody()));
  }

  static BodyContentSpec problem(ResponseSpec answer, int status, String detail) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.type")
        .isEqualTo("about:blank")
        .jsonPath("$.detail")
        .isEqualTo(detail);
  }
}
