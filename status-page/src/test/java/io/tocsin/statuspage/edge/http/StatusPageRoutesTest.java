package io.tocsin.statuspage.edge.http;

import static io.tocsin.statuspage.Given.TEN;
import static io.tocsin.statuspage.Given.incident;
import static io.tocsin.statuspage.Given.p1;
import static io.tocsin.statuspage.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.statuspage.Given;
import io.tocsin.statuspage.core.Disclosure;
import io.tocsin.statuspage.core.Freshness;
import io.tocsin.statuspage.core.Overview;
import io.tocsin.statuspage.core.PublicState;
import io.tocsin.statuspage.core.Publication;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class StatusPageRoutesTest {
  private static final Instant NOW = TEN.plusSeconds(3600);

  @Test
  @Tag("RUN-07.2a")
  void theSummaryIsWhatStatuspageClientsRead() {
    Golden.assertSame("summary.json", get(client(story(), NOW), "/api/v2/summary.json"));
  }

  @Test
  void thePageIsWhatPeopleRead() {
    Golden.assertSame("page.html", get(client(story(), NOW), "/"));
  }

  @Test
  void aPageWithoutIncidentsIsCalm() {
    Golden.assertSame("page-calm.html", get(client(List.of(), NOW), "/"));
  }

  @Test
  void theOtherDocumentsArePartsOfTheSummary() {
    WebTestClient client = client(story(), NOW);
    String summary = get(client, "/api/v2/summary.json");

    assertThat(summary).contains(inner(get(client, "/api/v2/components.json")));
    assertThat(summary).contains(inner(get(client, "/api/v2/incidents/unresolved.json")));
    assertThat(get(client, "/api/v2/status.json"))
        .contains("\"status\":{\"indicator\":\"critical\"");
  }

  @Test
  void aPageThatHasHeardNothingForAMinuteSaysAsOf() {
    assertThat(get(client(story(), NOW.minusSeconds(60)), "/")).doesNotContain("As of");
    assertThat(get(client(story(), NOW.minusSeconds(61)), "/"))
        .contains("As of <time datetime=\"2026-03-02T10:58:59.000Z\">2 March 2026, 10:58 UTC");
  }

  @Test
  void aPageThatNeverHeardAnythingClaimsNothing() {
    WebTestClient client = client(List.of(), null);

    assertThat(get(client, "/")).contains("Status Not Known Yet").doesNotContain("As of");
    assertThat(get(client, "/api/v2/status.json")).contains("Status Not Known Yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v2/summary.json", "/api/v2/incidents/unresolved.json"})
  void noWordOfAnAlertIsEverShownNorWhatOperatorsCallIt(String path) {
    assertThat(get(client(story(), NOW), path))
        .doesNotContain("ghp_", "db-prod-7", "RX-", "prescription-api", "patient-portal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'-alert(1)-'",
        "</title><svg/onload=alert(1)>",
        "</style><script>alert(1)</script>",
        "<a href=javascript:alert(1)>x</a>",
        "{{{style}}}<iframe srcdoc='<b>'>",
        "&lt;script&gt;alert(1)&lt;/script&gt;<!--",
      })
  void aHostileTitleIsOnlyText(String title) {
    String page = get(client(Given.policies(title, title), story(), NOW), "/");

    assertThat(page.substring(page.indexOf("</style>") + "</style>".length()))
        .doesNotContain("<script", "<img", "<svg", "<iframe", "<a href=java", "<!--", "</style")
        .contains(
            title
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("=", "&#x3D;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v2/summary.json", "/no-such", "/api/v2/no-such"})
  void everyAnswerForbidsAllButShowingIt(String path) {
    HttpHeaders headers =
        client(story(), NOW)
            .get()
            .uri(path)
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseHeaders();

    assertThat(headers.getFirst("Content-Security-Policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.get("Set-Cookie")).isNull();
    assertThat(headers.getAccessControlAllowOrigin())
        .isEqualTo(path.startsWith("/api/v2/") ? "*" : null);
  }

  @Test
  void aPageThatIsNotThereIsNotFoundByPeopleAndByMachines() {
    WebTestClient client = client(story(), NOW);

    client
        .get()
        .uri("/incidents/abc")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML);
    client
        .get()
        .uri("/api/v2/no-such.json")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(
            "/api/v2/no-such.json is not served here; /api/v2/summary.json holds everything");
  }

  @Test
  void itCanOnlyBeRead() {
    WebTestClient client = client(story(), NOW);

    client.method(HttpMethod.HEAD).uri("/").exchange().expectStatus().isOk();
    client
        .post()
        .uri("/")
        .exchange()
        .expectStatus()
        .isEqualTo(405)
        .expectHeader()
        .valueEquals("Allow", "GET,HEAD");
  }

  /** A P1 that is open, a P2 being watched, one over, one over long ago. */
  private static List<Incident> story() {
    Incident watched =
        then(
            incident(2, "patient-portal", "production", Severity.P2, false),
            IncidentState.MONITORING,
            TEN.plusSeconds(900));
    return List.of(
        p1(1, "prescription-api"),
        watched,
        then(
            then(p1(3, "patient-portal"), IncidentState.MONITORING, TEN.plusSeconds(300)),
            IncidentState.RESOLVED,
            TEN.plusSeconds(2100)),
        then(p1(4, "patient-portal"), IncidentState.RESOLVED, NOW.minusSeconds(86_401)));
  }

  private static WebTestClient client(List<Incident> incidents, @Nullable Instant knownAt) {
    return client(Given.policies(), incidents, knownAt);
  }

  private static WebTestClient client(
      Policies policies, List<Incident> incidents, @Nullable Instant knownAt) {
    Disclosure disclosure = new Disclosure(() -> policies);
    Publication publication = new Publication(disclosure, PublicState.begunAt(TEN));
    incidents.forEach(publication::apply);
    publication.caughtUp();
    publication.publish(NOW);
    StatusPageRoutes routes =
        new StatusPageRoutes(
            new PageIdentity("Example Health status", "https://status.example.com/"),
            () ->
                Overview.of(
                    publication.current(), new Freshness(knownAt), disclosure.components(), NOW),
            () -> NOW);
    return WebTestClient.bindToRouterFunction(routes.routes()).webFilter(routes.headers()).build();
  }

  private static String get(WebTestClient client, String path) {
    EntityExchangeResult<String> result =
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult();
    return result.getResponseBody();
  }

  /** What stands beside {@code page} in a document of two members. */
  private static String inner(String document) {
    String afterPage = document.substring(document.indexOf("},") + 2);
    return afterPage.substring(0, afterPage.length() - 1);
  }
}
