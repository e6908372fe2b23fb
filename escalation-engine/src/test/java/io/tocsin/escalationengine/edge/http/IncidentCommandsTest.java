package io.tocsin.escalationengine.edge.http;

import static io.tocsin.escalationengine.edge.http.Calls.declared;
import static io.tocsin.escalationengine.edge.http.Calls.get;
import static io.tocsin.escalationengine.edge.http.Calls.post;
import static io.tocsin.escalationengine.edge.http.Calls.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentCommand;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentCommandsTest {

  @AfterEach
  void theEngineSpeaksAgain() {
    RunningApi.engine().silence(false);
  }

  @Test
  @Tag("RUN-03.3")
  void aDeclarationOpensAnIncidentOfTheServicesOwner() {
    post(
            "/api/incidents",
            "declare-1",
            "{\"title\":\"Orders are slow\",\"service\":\"health-api\",\"severity\":\"P1\"}")
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueMatches("Location", "/api/incidents/HP-\\d+")
        .expectHeader()
        .valueEquals("Idempotency-Key", "declare-1")
        .expectHeader()
        .doesNotExist("Idempotency-Replayed")
        .expectBody()
        .jsonPath("$.incident.state")
        .isEqualTo("OPEN")
        .jsonPath("$.incident.assessment.severity")
        .isEqualTo("P1")
        .jsonPath("$.incident.subject.environment")
        .isEqualTo("production");
  }

  @Test
  void aCommandTellsWhoGaveIt() {
    post("/api/incidents/" + declared() + "/acknowledge", "who-1", "").expectStatus().isOk();

    assertThat(RunningApi.engine().taken())
        .filteredOn(command -> command.id().equals("who-1"))
        .extracting(IncidentCommand::by)
        .containsExactly(new Actor("operator", "api"));
    assertThat(RunningApi.engine().cloudEvents())
        .containsOnlyOnce("io.tocsin.incident-command.v1 who-1");
  }

  @Test
  @Tag("RUN-04.1a")
  void anAcknowledgementIsAnsweredWithItsOwner() {
    post("/api/incidents/" + declared() + "/acknowledge", "{}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.incident.state")
        .isEqualTo("ACKNOWLEDGED")
        .jsonPath("$.incident.response.owner.id")
        .isEqualTo("operator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          handover    | {"to":"tech-lead"}                       | $.incident.response.owner.id    | tech-lead
          severity    | {"severity":"p1","reason":"all are down"} | $.incident.assessment.severity | P1
          escalate    | {"reason":"more hands"}                  | $.incident.revision             | 2
          false-alarm | {"reason":"a test"}                      | $.incident.state                | FALSE_ALARM
          policy      | {}                                      | $.incident.revision             | 2
          resolve     | {"reason":"rolled back"}                 | $.incident.state                | RESOLVED
          """)
  void aCommandIsAnsweredWithTheIncidentAsItIsAfterIt(
      String action, String body, String path, String value) {
    post("/api/incidents/" + declared() + "/" + action, body)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.incident.revision")
        .isEqualTo(2)
        .jsonPath(path)
        .value(found -> assertThat(String.valueOf(found)).isEqualTo(value));
  }

  @Test
  void aRefusalTellsTheEnginesReason() {
    String id = declared();
    post("/api/incidents/" + id + "/resolve", "{\"reason\":\"done\"}").expectStatus().isOk();

    problem(post("/api/incidents/" + id + "/acknowledge", ""), 409, id + ": already-over")
        .jsonPath("$.reason")
        .isEqualTo("already-over");
  }

  @Test
  void anUnknownIncidentIsToldWithoutAskingTheEngine() {
    problem(
        post("/api/incidents/RX-987654/acknowledge", "unknown-1", ""),
        404,
        "there is no incident RX-987654");

    declared();
    assertThat(RunningApi.engine().taken("unknown-1")).isZero();
  }

  @Test
  void aRepeatedKeyTakesEffectOnce() {
    String path = "/api/incidents/" + declared();
    post(path + "/acknowledge", "repeat-1", "").expectStatus().isOk();
    post(path + "/handover", "{\"to\":\"tech-lead\"}").expectStatus().isOk();

    post(path + "/acknowledge", "repeat-1", "")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Idempotency-Replayed", "true")
        .expectBody()
        .jsonPath("$.incident.revision")
        .isEqualTo(3)
        .jsonPath("$.incident.response.owner.id")
        .isEqualTo("tech-lead");
    assertThat(RunningApi.engine().taken("repeat-1")).isEqualTo(1);
  }

  @Test
  void aRepeatedDeclarationIsTheSameIncident() {
    String body = "{\"title\":\"Orders are slow\",\"team\":\"RX\"}";
    String first =
        post("/api/incidents", "repeat-2", body)
            .expectBody()
            .returnResult()
            .getResponseHeaders()
            .getFirst("Location");

    post("/api/incidents", "repeat-2", body)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Location", String.valueOf(first))
        .expectHeader()
        .valueEquals("Idempotency-Replayed", "true");
  }

  @Test
  void aRepeatedRefusalIsRefusedAgain() {
    String path = "/api/incidents/" + declared();
    post(path + "/resolve", "{\"reason\":\"done\"}").expectStatus().isOk();
    post(path + "/acknowledge", "repeat-3", "").expectStatus().isEqualTo(409);

    post(path + "/acknowledge", "repeat-3", "")
        .expectStatus()
        .isEqualTo(409)
        .expectHeader()
        .valueEquals("Idempotency-Replayed", "true");
    assertThat(RunningApi.engine().taken("repeat-3")).isEqualTo(1);
  }

  @Test
  void aKeyIsGoodForOneIncidentOnly() {
    post("/api/incidents/" + declared() + "/acknowledge", "key-1", "").expectStatus().isOk();

    for (String path : List.of("/api/incidents/" + declared() + "/acknowledge", "/api/incidents")) {
      problem(
          post(path, "key-1", "{\"title\":\"Orders are slow\",\"team\":\"RX\"}"),
          422,
          "this Idempotency-Key was used for another command; take a new one");
    }
  }

  @Test
  void aSilentEngineIsNotWaitedForLong() {
    String path = "/api/incidents/" + declared();
    RunningApi.engine().silence(true);

    post(path + "/acknowledge", "silent-1", "")
        .expectStatus()
        .isAccepted()
        .expectHeader()
        .valueEquals("Location", path)
        .expectBody()
        .jsonPath("$.command")
        .isEqualTo("silent-1");

    RunningApi.engine().silence(false);
    await()
        .untilAsserted(
            () -> get(path).expectBody().jsonPath("$.incident.state").isEqualTo("ACKNOWLEDGED"));
  }

  @Test
  void aDeclarationThatWasNotAnsweredIsFoundByItsCommand() {
    RunningApi.engine().silence(true);
    post("/api/incidents", "silent-2", "{\"title\":\"Orders are slow\",\"team\":\"HP\"}")
        .expectStatus()
        .isAccepted()
        .expectHeader()
        .valueEquals("Location", "/api/incidents?command=silent-2");
    get("/api/incidents?command=silent-2")
        .expectBody()
        .jsonPath("$.incidents.length()")
        .isEqualTo(0);

    RunningApi.engine().silence(false);
    await()
        .untilAsserted(
            () ->
                get("/api/incidents?command=silent-2")
                    .expectBody()
                    .jsonPath("$.incidents.length()")
                    .isEqualTo(1));
  }

  @Test
  void commandsAreCountedByWhatBecameOfThem() {
    String path = "/api/incidents/" + declared();
    double before = escalations();
    post(path + "/escalate", "{\"reason\":\"more hands\"}").expectStatus().isOk();

    assertThat(escalations()).isEqualTo(before + 1);
  }

  private static double escalations() {
    return RunningApi.context()
        .getBean(MeterRegistry.class)
        .counter("tocsin.engine.commands", "action", "escalate", "outcome", "accepted")
        .count();
  }
}
