package io.tocsin.escalationengine.edge.http;

import static io.tocsin.escalationengine.edge.http.Calls.declared;
import static io.tocsin.escalationengine.edge.http.Calls.get;
import static io.tocsin.escalationengine.edge.http.Calls.json;
import static io.tocsin.escalationengine.edge.http.Calls.post;
import static io.tocsin.escalationengine.edge.http.Calls.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.escalationengine.edge.view.CommandProducer;
import io.tocsin.escalationengine.edge.view.RealBroker;
import io.tocsin.escalationengine.edge.view.Timelines;
import io.tocsin.escalationengine.edge.view.ViewReader;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class IncidentQueriesTest {

  @Test
  void theListIsNewestFirstAndBounded() {
    String older = declared();
    String newer = declared();

    assertThat(listed("/api/incidents")).containsSubsequence(newer, older);
    assertThat(listed("/api/incidents?limit=1")).containsExactly(newer);
  }

  @Test
  void theListTakesOnlyWhatIsAskedFor() {
    String p1 = declared(declaration("list-one", "P1"));
    String p3 = declared(declaration("list-one", "P3"));
    String other = declared(declaration("list-two", "P1"));
    post("/api/incidents/" + p3 + "/acknowledge", "").expectStatus().isOk();

    assertThat(listed("/api/incidents?service=list-one")).containsExactly(p3, p1);
    assertThat(listed("/api/incidents?service=list-one,list-two&severity=p1"))
        .containsExactly(other, p1);
    assertThat(listed("/api/incidents?service=list-one&state=acknowledged")).containsExactly(p3);
    assertThat(listed("/api/incidents?service=list-one&state=open&state=ACKNOWLEDGED"))
        .containsExactly(p3, p1);
    assertThat(listed("/api/incidents?service=list-two&severity=P2")).isEmpty();
  }

  @Test
  void anIncidentIsShownWithItsTimelineReasonsAndTimers() {
    String id = declared();
    post("/api/incidents/" + id + "/acknowledge", "").expectStatus().isOk();
    declared();
    post("/api/incidents/" + id + "/escalate", "{\"reason\":\"more hands\"}");

    get("/api/incidents/" + id)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.incident.id")
        .isEqualTo(id)
        .jsonPath("$.complete")
        .isEqualTo(true)
        .jsonPath("$.timeline[*].sequence")
        .isEqualTo(List.of(1, 2, 3))
        .jsonPath("$.timeline[*].change.type")
        .isEqualTo(List.of("opened", "acknowledged", "escalated"))
        .jsonPath("$.timeline[1].name")
        .isEqualTo("acknowledge")
        .jsonPath("$.timeline[1].text")
        .isEqualTo(id + ": acknowledge")
        .jsonPath("$.timeline[1].by.id")
        .isEqualTo("operator")
        .jsonPath("$.deliveries.length()")
        .isEqualTo(0)
        .jsonPath("$.timers[0].name")
        .isEqualTo("LADDER")
        .jsonPath("$.timers[0].due")
        .exists();
  }

  @Test
  @Tag("RUN-02.2")
  void anIncidentSaysWhichQuestionsOfTheAssessmentNobodyHasAnswered() {
    get("/api/incidents/" + declared())
        .expectBody()
        .jsonPath("$.questions[*].name")
        .isEqualTo(List.of("workaround", "users", "error-rate"))
        .jsonPath("$.questions[*].text")
        .isEqualTo(
            List.of(
                "Is there a workaround available?", "How many users are affected?", "error-rate"))
        .jsonPath("$.questions[*].yesOrNo")
        .isEqualTo(List.of(true, false, false));
  }

  @Test
  void anIncidentSaysWhetherThePolicyItOpenedUnderIsTheCurrentOne() {
    String id = declared();

    get("/api/incidents/" + id)
        .expectBody()
        .jsonPath("$.incident.policy")
        .isEqualTo("policy-hash")
        .jsonPath("$.policyIsCurrent")
        .isEqualTo(false);
    RunningApi.policyIs("policy-hash");
    try {
      get("/api/incidents/" + id).expectBody().jsonPath("$.policyIsCurrent").isEqualTo(true);
    } finally {
      RunningApi.policyIs(RunningApi.POLICY);
    }
  }

  @Test
  void anUnknownIncidentIsTold() {
    problem(get("/api/incidents/RX-987654"), 404, "there is no incident RX-987654");
  }

  @Test
  void whatHappenedBeforeTheStartIsShownToo() {
    String id = declared();
    post("/api/incidents/" + id + "/acknowledge", "before-start", "").expectStatus().isOk();
    try (ConfigurableApplicationContext later =
        RunningApi.start(
            RealBroker.kafka(),
            RunningApi.tokensFile("tokens: {operator: '" + RunningApi.HASH + "'}"))) {
      WebTestClient client = RunningApi.client(later, RunningApi.TOKEN);

      await()
          .untilAsserted(
              () ->
                  client
                      .get()
                      .uri("/api/incidents/" + id)
                      .exchange()
                      .expectBody()
                      .jsonPath("$.timeline.length()")
                      .isEqualTo(2));
      client
          .post()
          .uri("/api/incidents/" + id + "/acknowledge")
          .header("Idempotency-Key", "before-start")
          .exchange()
          .expectHeader()
          .valueEquals("Idempotency-Replayed", "true");
    }
  }

  @Test
  void everythingGoesOnAfterTheKafkaClientsWereMadeAnew() {
    String id = declared();
    get("/api/incidents/" + id).expectStatus().isOk();

    RunningApi.context().getBean(ViewReader.class).renew("the wall clock was set");
    RunningApi.context().getBean(Timelines.class).renew("the wall clock was set");
    RunningApi.context().getBean(CommandProducer.class).renew("the wall clock was set");

    post("/api/incidents/" + id + "/acknowledge", "").expectStatus().isOk();
    get("/api/incidents/" + id).expectBody().jsonPath("$.timeline.length()").isEqualTo(2);
  }

  @Test
  void withoutKafkaACommandIsNotTakenAndNothingIsCalledUnknown() {
    try (ConfigurableApplicationContext alone =
        RunningApi.start(
            KafkaSettings.of("127.0.0.1:1"),
            RunningApi.tokensFile("tokens: {operator: '" + RunningApi.HASH + "'}"))) {
      WebTestClient client = RunningApi.client(alone, RunningApi.TOKEN);

      problem(
          client
              .post()
              .uri("/api/incidents/RX-1/acknowledge")
              .header("Idempotency-Key", "away-1")
              .exchange(),
          503,
          "Kafka does not take the command now; repeat it with Idempotency-Key 'away-1',"
              + " which never takes effect twice");
      problem(
          client.get().uri("/api/incidents/RX-1").exchange(),
          503,
          "incidents are still being read after the start; try again in a moment");
    }
  }

  private static Map<String, String> declaration(String service, String severity) {
    return Map.of("title", "t", "team", "RX", "service", service, "severity", severity);
  }

  private static List<String> listed(String path) {
    JsonNode body = json(get(path).expectStatus().isOk().expectBody());
    return StreamSupport.stream(body.path("incidents").spliterator(), false)
        .map(incident -> incident.path("id").stringValue())
        .toList();
  }
}
