package io.tocsin.escalationengine.edge.http;

import static io.tocsin.escalationengine.edge.http.Calls.declared;
import static io.tocsin.escalationengine.edge.http.Calls.get;
import static io.tocsin.escalationengine.edge.http.Calls.post;
import static io.tocsin.escalationengine.edge.http.Calls.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          handover    | {}                                 | 'to' is missing: name who takes over
          handover    | {"to":"a b"}                       | 'to' must be 1 to 64 letters, digits, '.', '_' or '-'
          severity    | {"reason":"r"}                     | 'severity' is missing; there are P1, P2, P3, P4
          severity    | {"severity":"P9","reason":"r"}     | 'P9' is no severity; there are P1, P2, P3, P4
          severity    | {"severity":"P1"}                  | 'reason' is missing: say why in a sentence
          escalate    | {"reason":"  "}                    | 'reason' is missing: say why in a sentence
          false-alarm | {"reason":7}                       | 'reason' must be text
          resolve     | {"reason":null}                    | 'reason' is missing: say why in a sentence
          resolve     | {"reason":"\\u0007"}               | 'reason' holds control characters; send plain text
          resolve     | []                                 | the body must be a JSON object, {"reason": "…"}
          """)
  void aCommandWithAWrongBodyIsTold(String action, String body, String detail) {
    problem(post("/api/incidents/" + declared() + "/" + action, body), 400, detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"service":"health-api"}                         | 'title' is missing: say what is wrong in a few words
          {"title":"t"}                                    | without a service 'team' is needed; there are HP, RX
          {"title":"t","service":"toaster"}                | no catalog knows 'toaster', so 'team' is needed; there are HP, RX
          {"title":"t","team":"XX"}                        | 'XX' is no team; there are HP, RX
          {"title":"t","team":"RX","service":"health-api"} | 'health-api' belongs to team HP, not to RX; leave 'team' out
          {"title":"t","team":"RX","severity":"high"}      | 'high' is no severity; there are P1, P2, P3, P4
          """)
  void aDeclarationWithAWrongBodyIsTold(String body, String detail) {
    problem(post("/api/incidents", body), 400, detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /api/incidents?state=asleep  | 'asleep' is no state; there are open, acknowledged, hold-down, monitoring, resolved, closed, false-alarm
          /api/incidents?severity=P5   | 'P5' is no severity; there are P1, P2, P3, P4
          /api/incidents?limit=0       | 'limit' must be 1 to 1000, was '0'
          /api/incidents?limit=1001    | 'limit' must be 1 to 1000, was '1001'
          /api/incidents?limit=all     | 'limit' must be 1 to 1000, was 'all'
          /api/incidents/rx-1          | 'rx-1' is no incident id: expected a team code, a hyphen and a number, RX-142
          /api/incidents/RX-007        | 'RX-007' is no incident id: write it as RX-142
          """)
  void aQuestionThatMakesNoSenseIsTold(String path, String detail) {
    problem(get(path), 400, detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "ä",
        "../x",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void anIdempotencyKeyOfAnotherFormIsRefused(String key) {
    problem(
        post("/api/incidents", key, "{\"title\":\"t\",\"team\":\"RX\"}"),
        400,
        "the header Idempotency-Key must be 1 to 64 letters, digits, '.', '_' or '-'");
  }

  @Test
  void aBodyThatIsNoJsonIsTold() {
    post("/api/incidents", "{\"title\":")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .value(
            detail ->
                org.assertj.core.api.Assertions.assertThat(String.valueOf(detail))
                    .startsWith("the body is no JSON: "));
  }

  @Test
  void aBodyOfMoreThan64KilobytesIsRefused() {
    String body = "{\"title\":\"" + "x".repeat(64 * 1024) + "\"}";
    problem(post("/api/incidents", body), 413, "the body is larger than 64 KB; send less text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/silences", "/api"})
  void whatIsNotThereIsTold(String path) {
    problem(post(path, "{}"), 404, "there is nothing at POST " + path);
  }

  @Test
  void aCommandThatThereIsNotIsTold() {
    problem(
        post("/api/incidents/RX-1/mitigations", "{}"), 404, "there is no command 'mitigations'");
  }
}
