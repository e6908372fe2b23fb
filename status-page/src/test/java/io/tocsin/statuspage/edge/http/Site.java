package io.tocsin.statuspage.edge.http;

import static io.tocsin.statuspage.Given.TEN;
import static io.tocsin.statuspage.Given.incident;
import static io.tocsin.statuspage.Given.p1;
import static io.tocsin.statuspage.Given.then;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.statuspage.Given;
import io.tocsin.statuspage.core.Disclosure;
import io.tocsin.statuspage.core.Freshness;
import io.tocsin.statuspage.core.Overviews;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PhaseChange;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicState;
import io.tocsin.statuspage.core.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The page as it is served at {@link #NOW}, without a server. */
final class Site {
  static final Instant NOW = TEN.plusSeconds(3600);

  /** All that is served, {@code {id}} being an incident's. */
  static final List<String> DOCUMENTS =
      List.of(
          "/",
          "/history",
          "/history.atom",
          "/history.rss",
          "/api/v2/summary.json",
          "/api/v2/status.json",
          "/api/v2/components.json",
          "/api/v2/incidents.json",
          "/api/v2/incidents/unresolved.json",
          "/api/v2/scheduled-maintenances.json",
          "/api/v2/scheduled-maintenances/upcoming.json",
          "/api/v2/scheduled-maintenances/active.json");

  private final WebTestClient client;

  private Site(Policies policies, PublicState state, @Nullable Instant knownAt) {
    Disclosure disclosure = new Disclosure(() -> policies);
    Overviews overviews = new Overviews();
    StatusPageRoutes routes =
        new StatusPageRoutes(
            new PageIdentity("Example Health status", "https://status.example.com/"),
            Given.HISTORY.keptFor(),
            () -> overviews.at(state, new Freshness(knownAt), disclosure.components(), NOW));
    client =
        WebTestClient.bindToRouterFunction(routes.routes())
            .webFilter(routes.headers())
            .configureClient()
            .responseTimeout(Duration.ofSeconds(30))
            .build();
  }

  static Site of(List<Incident> incidents) {
    return of(Given.policies(), incidents, NOW);
  }

  static Site of(Policies policies, List<Incident> incidents, @Nullable Instant knownAt) {
    Disclosure disclosure = new Disclosure(() -> policies);
    Publication publication = new Publication(disclosure, Given.HISTORY, PublicState.begunAt(TEN));
    incidents.forEach(publication::apply);
    publication.caughtUp();
    publication.publish(NOW);
    return new Site(policies, publication.current(), knownAt);
  }

  static Site showing(List<PublicIncident> incidents) {
    return new Site(Given.policies(), new PublicState(TEN, NOW, incidents), NOW);
  }

  /** A P1 somebody has, a P2 being watched, one over, one over yesterday, one ten days ago. */
  static List<Incident> story() {
    Incident watched =
        then(
            incident(2, "patient-portal", "production", Severity.P2, false),
            IncidentState.MONITORING,
            TEN.plusSeconds(900));
    return List.of(
        then(p1(1, "prescription-api"), IncidentState.ACKNOWLEDGED, TEN.plusSeconds(95)),
        watched,
        then(
            then(p1(3, "patient-portal"), IncidentState.MONITORING, TEN.plusSeconds(300)),
            IncidentState.RESOLVED,
            TEN.plusSeconds(2100)),
        then(
            p1(4, "patient-portal", NOW.minusSeconds(90_000)),
            IncidentState.RESOLVED,
            NOW.minusSeconds(86_401)),
        then(
            p1(5, "prescription-api", TEN.minus(Duration.ofDays(10))),
            IncidentState.RESOLVED,
            TEN.minus(Duration.ofDays(9))));
  }

  /** An incident that has gone through {@code phases}, a minute each. */
  static PublicIncident through(long number, Phase... phases) {
    List<PhaseChange> changes =
        Arrays.stream(phases)
            .map(phase -> new PhaseChange(phase, TEN.plusSeconds(60L * phase.ordinal())))
            .toList();
    return new PublicIncident(
        IncidentId.parse("RX-" + number), "prescription-api", Severity.P1, changes);
  }

  WebTestClient client() {
    return client;
  }

  String get(String path) {
    return Objects.requireNonNull(
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  int status(String path) {
    return client.get().uri(path).exchange().returnResult(Void.class).getStatus().value();
  }
}
