package io.tocsin.escalationengine.edge.http;

import static io.tocsin.escalationengine.edge.http.Calls.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentCommand;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

@Tag("RUN-04.1b")
class ConsoleTest {
  private static final Pattern NAMED =
      Pattern.compile("(?:from '\\./|(?:src|href)=\"/console/)([a-z.]+)");

  private final WebTestClient anybody = RunningApi.anybody(RunningApi.context());

  @Test
  void itsPageIsThereForEverybodyAndMayDoNothingButCallItsOwnApi() {
    anybody
        .get()
        .uri("/")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Type", "text/html;charset=UTF-8")
        .expectHeader()
        .valueEquals(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("X-Frame-Options", "DENY")
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache");
  }

  @ParameterizedTest
  @CsvSource({"console.js,text/javascript", "console.css,text/css"})
  void whatThePageNeedsIsServedAsWhatItIs(String name, String type) {
    anybody
        .get()
        .uri("/console/" + name)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(type)
        .expectHeader()
        .exists("Content-Security-Policy");
  }

  @Test
  void everyFileThatIsNamedIsThere() {
    Set<String> read = new HashSet<>(Set.of("/"));
    Deque<String> unread = new ArrayDeque<>(read);
    while (!unread.isEmpty()) {
      NAMED
          .matcher(body(unread.pop()))
          .results()
          .map(named -> "/console/" + named.group(1))
          .filter(read::add)
          .forEach(unread::push);
    }
    assertThat(read).hasSizeGreaterThan(10);
  }

  @Test
  void theLinkInAMessageLeadsToItsIncident() {
    anybody
        .get()
        .uri("/incidents/RX-142")
        .exchange()
        .expectStatus()
        .isTemporaryRedirect()
        .expectHeader()
        .valueEquals("Location", "/#/incidents/RX-142");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents/rx-142",
        "/incidents/RX-142/x",
        "/console/nothing.js",
        "/console/../../../../escalation-engine.yml",
        "/console/%2e%2e/%2e%2e/%2e%2e/%2e%2e/escalation-engine.yml"
      })
  void nothingElseIsServed(String path) {
    anybody.get().uri(URI.create(base() + path)).exchange().expectStatus().isNotFound();
  }

  @ParameterizedTest
  @CsvSource({"console,console", "command-line,command-line", "tocsin,api", "'',api"})
  void theTimelineSaysWithWhatSomebodyCalled(String said, String via) {
    String key = "via-" + said + "-" + System.nanoTime();
    RunningApi.operator()
        .post()
        .uri("/api/incidents/" + declared() + "/acknowledge")
        .header("Tocsin-Client", said)
        .header("Idempotency-Key", key)
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(RunningApi.engine().taken())
        .filteredOn(command -> command.id().equals(key))
        .extracting(IncidentCommand::by)
        .containsExactly(new Actor("operator", via));
  }

  @Test
  void everyAnswerOfTheApiSaysTheEnginesTime() {
    long said =
        Calls.get("/api/incidents?limit=1")
            .expectStatus()
            .isOk()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getFirstDate("Date");
    assertThat(Instant.ofEpochMilli(said)).isCloseTo(Instant.now(), within(20, ChronoUnit.SECONDS));
  }

  private String body(String path) {
    return Objects.requireNonNull(
        anybody
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private static String base() {
    return "http://127.0.0.1:"
        + RunningApi.context().getEnvironment().getProperty("local.server.port");
  }
}
