package io.tocsin.sandbox.edge.http;

import static io.tocsin.sandbox.RunningSandbox.ENQUEUE;
import static io.tocsin.sandbox.RunningSandbox.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class ProviderPathsTest {

  @TempDir static Path directory;
  static RunningSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox =
        new RunningSandbox(directory, Map.of("tocsin.sandbox.pagerduty.events-per-minute", 3));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void empty() {
    sandbox.client().delete().uri("/requests").exchange().expectStatus().isNoContent();
  }

  @Test
  void pagerDutyTakesAnEventOfEachActionAndThenThrottles() {
    sandbox
        .page("trigger", "k")
        .expectStatus()
        .isEqualTo(202)
        .expectBody(String.class)
        .isEqualTo("{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"k\"}");
    sandbox.page("acknowledge", "k").expectStatus().isEqualTo(202);
    sandbox
        .client()
        .get()
        .uri("/pagerduty/alerts")
        .exchange()
        .expectBody()
        .jsonPath("$[0].routing_key")
        .isEqualTo("***RX01")
        .jsonPath("$[0].dedup_key")
        .isEqualTo("k")
        .jsonPath("$[0].status")
        .isEqualTo("acknowledged")
        .jsonPath("$[0].summary")
        .isEqualTo("prescription-api: error rate 31 %")
        .jsonPath("$[0].rings")
        .isEqualTo(1)
        .jsonPath("$[0].acknowledged_at")
        .exists();
    sandbox.page("resolve", "k").expectStatus().isEqualTo(202);

    sandbox
        .page("trigger", "k")
        .expectStatus()
        .isEqualTo(429)
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("throttle exceeded");
    sandbox
        .client()
        .get()
        .uri("/pagerduty/alerts")
        .exchange()
        .expectBody()
        .jsonPath("$[0].status")
        .isEqualTo("resolved");
  }

  @Test
  void pagerDutyRefusesAnInvalidEventInItsOwnWords() {
    post(ENQUEUE, event("trigger", "k").replace(RunningSandbox.KEY, "short"), 400)
        .isEqualTo(
            "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":"
                + "[\"Length of 'routing_key' is incorrect (should be 32 characters)\"]}");
    post(ENQUEUE, "[1]", 400)
        .isEqualTo(
            "{\"status\":\"Unrecognized object\",\"message\":\"Event object format is"
                + " unrecognized\",\"errors\":[\"JSON parse error\"]}");
  }

  @Test
  void pagerDutyRefusesAnEventOver512Kilobytes() {
    post(ENQUEUE, "x".repeat(512 * 1024 + 1), 413).contains("maximum is 512 KB");
    post(ENQUEUE, "x".repeat(512 * 1024), 400).contains("JSON parse error");
  }

  @Test
  void aBodyThatIsTooLargeToRecordIsRefused() {
    post("/webhook/x", "x".repeat(2 * 1024 * 1024 + 1), 413).contains("over 2 MB");
    assertThat(requests("")).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /servicenow/api/now/table/incident, 201",
    "POST, /webhook/any/where, 200",
    "DELETE, /webhook/any/where, 200",
    "POST, /pagerduty/v2/change/enqueue, 201",
  })
  void otherPathsAnswerAPlainSuccess(String method, String path, int status) {
    sandbox
        .client()
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_JSON)
        .expectBody(String.class)
        .isEqualTo("{}");
  }

  @Test
  void whatArrivesIsRecordedButNotWhatProvesIdentity() {
    sandbox
        .client()
        .patch()
        .uri("/github/repos/healthflow/portals/issues/1?why=done")
        .header("Authorization", "Bearer secret")
        .header("DD-API-KEY", "secret")
        .header("X-Two", "a", "b")
        .bodyValue("{\"state\":\"clösed\"}")
        .exchange();

    sandbox
        .client()
        .get()
        .uri("/requests?provider=github")
        .exchange()
        .expectBody()
        .jsonPath("$.length()")
        .isEqualTo(1)
        .jsonPath("$[0].provider")
        .isEqualTo("github")
        .jsonPath("$[0].method")
        .isEqualTo("PATCH")
        .jsonPath("$[0].path")
        .isEqualTo("/github/repos/healthflow/portals/issues/1?why=done")
        .jsonPath("$[0].headers.authorization")
        .isEqualTo("***")
        .jsonPath("$[0].headers.dd-api-key")
        .isEqualTo("***")
        .jsonPath("$[0].headers.x-two")
        .isEqualTo("a, b")
        .jsonPath("$[0].body")
        .isEqualTo("{\"state\":\"clösed\"}")
        .jsonPath("$[0].at")
        .value(at -> assertThat((String) at).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z"));
  }

  @Test
  void recordsComeInOrderOfArrivalAndTheNewestOnRequest() {
    for (String body : new String[] {"1", "2", "3"}) {
      post("/webhook/x", body, 200);
    }
    post("/servicenow/y", "4", 201);

    assertThat(bodies("")).isEqualTo("1234");
    assertThat(bodies("?provider=webhook")).isEqualTo("123");
    assertThat(bodies("?provider=webhook&limit=2")).isEqualTo("23");
  }

  @ParameterizedTest
  @CsvSource({
    "/requests?provider=fax, 400, \"slack, github, servicenow\"",
    "/requests?limit=none, 400, whole number",
    "/nothing, 404, The sandbox has nothing at GET /nothing",
  })
  void aWrongQuestionIsAnsweredWithWhatIsThere(String path, int status, String detail) {
    sandbox
        .client()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.detail")
        .value(text -> assertThat((String) text).contains(detail.replace("\"", "")));
  }

  @ParameterizedTest
  @CsvSource({"/actuator/health/liveness", "/actuator/health/readiness"})
  void healthIsUp(String path) {
    sandbox.client().get().uri(path).exchange().expectStatus().isOk();
  }

  private static AbstractStringAssert<?> post(String path, String body, int status) {
    String answer =
        sandbox
            .client()
            .post()
            .uri(path)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return assertThat(answer);
  }

  private static String requests(String query) {
    return sandbox
        .client()
        .get()
        .uri("/requests" + query)
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private static String bodies(String query) {
    return Pattern.compile("\"body\":\"(\\d)\"")
        .matcher(requests(query))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.joining());
  }
}
