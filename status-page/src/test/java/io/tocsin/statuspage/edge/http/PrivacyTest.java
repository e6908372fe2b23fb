package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.AlertCounts;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Link;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.PhaseSince;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.SaidByPerson;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Subject;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.statuspage.Given;
import io.tocsin.statuspage.core.PublicId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever incidents there are: nothing private is in anything that is served. */
class PrivacyTest {
  /** In every string of every incident that a person, an alert or Tocsin wrote. */
  private static final String PRIVATE = "q7private";

  private static final TeamCode RX = new TeamCode("RX");
  private static final List<String> CATALOG =
      List.of("prescription-api", "patient-portal", "prescription-db");

  @Property(tries = 150)
  @Tag("MED-env")
  @Tag("RUN-07.2a")
  void noPrivateWordIsInAnyDocument(@ForAll("incidents") List<Incident> incidents) {
    Site site = Site.of(incidents);

    for (String path : Site.DOCUMENTS) {
      assertThat(site.get(path))
          .as(path)
          .doesNotContainIgnoringCase(PRIVATE)
          .doesNotContain(CATALOG)
          .doesNotContain("RX-", "Prescription database", "staging");
    }
  }

  @Property(tries = 150)
  @Tag("MED-env")
  @Tag("RUN-07.2a")
  void exactlyWhatMayBePublicIsServedAnywhere(@ForAll("incidents") List<Incident> incidents) {
    Site site = Site.of(incidents);
    String everything = Site.DOCUMENTS.stream().map(site::get).collect(Collectors.joining());

    for (Incident incident : incidents) {
      String id = PublicId.of("incident", incident.id().toString());
      boolean may = mayBePublic(incident);
      assertThat(everything.contains(id)).as(incident.toString()).isEqualTo(may);
      assertThat(site.status("/incidents/" + id)).isEqualTo(may ? 200 : 404);
      if (may) {
        assertThat(site.get("/incidents/" + id)).doesNotContainIgnoringCase(PRIVATE);
      }
    }
  }

  @Property(tries = 50)
  @Tag("MED-env")
  void whatIsNotPublicChangesNoDocument(@ForAll("incidents") List<Incident> incidents) {
    Site all = Site.of(incidents);
    Site open = Site.of(incidents.stream().filter(PrivacyTest::mayBePublic).toList());

    for (String path : Site.DOCUMENTS) {
      assertThat(all.get(path)).as(path).isEqualTo(open.get(path));
    }
  }

  private static boolean mayBePublic(Incident incident) {
    return incident.subject().environment().equals("production")
        && incident.state() != IncidentState.FALSE_ALARM
        && List.of("prescription-api", "patient-portal").contains(incident.subject().service())
        && List.of(Severity.P1, Severity.P2).contains(incident.assessment().severity())
        && !incident.assessment().unknown()
        && !incident.assessment().facts().contains("security")
        && !incident.assessment().facts().contains("data-compromised");
  }

  @Provide
  Arbitrary<List<Incident>> incidents() {
    return incident()
        .list()
        .ofMaxSize(12)
        .map(
            all ->
                List.copyOf(
                    all.stream()
                        .collect(
                            Collectors.toMap(
                                Incident::id,
                                it -> it,
                                (first, second) -> first,
                                LinkedHashMap::new))
                        .values()));
  }

  private static Arbitrary<Incident> incident() {
    Arbitrary<Subject> subjects =
        Combinators.combine(
                Arbitraries.of("prescription-api", "patient-portal", "prescription-db", PRIVATE),
                Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.just("production")),
                    Tuple.of(1, Arbitraries.of("staging", "", "Production"))),
                Arbitraries.strings().ofMaxLength(40))
            .as(PrivacyTest::subject);
    Arbitrary<Assessment> assessments =
        Combinators.combine(
                Arbitraries.of(Severity.class),
                Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                Arbitraries.of("unavailable", "security", "data-compromised", PRIVATE)
                    .set()
                    .ofMaxSize(2))
            .as(PrivacyTest::assessment);
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, 40);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 50);
    return Combinators.combine(
            numbers, subjects, assessments, Arbitraries.of(IncidentState.class), minutes)
        .as(PrivacyTest::incident);
  }

  private static Subject subject(String service, String environment, String title) {
    return new Subject(
        GroupingKey.of(RX, service, environment, Map.of(PRIVATE, title)),
        1,
        service,
        environment,
        PRIVATE + title,
        PRIVATE);
  }

  private static Assessment assessment(Severity severity, boolean unknown, Set<String> facts) {
    return new Assessment(
        severity,
        unknown,
        new Reason(PRIVATE, PRIVATE),
        facts,
        new Evidence(Map.of(PRIVATE, PRIVATE), List.of(PRIVATE), null),
        Map.of(PRIVATE, new SaidByPerson(PRIVATE, new Actor(PRIVATE, PRIVATE), Given.TEN)),
        List.of(PRIVATE));
  }

  private static Incident incident(
      long number, Subject subject, Assessment assessment, IncidentState state, int minutes) {
    IncidentId id = new IncidentId(RX, number);
    Actor somebody = new Actor(PRIVATE, PRIVATE);
    Instant at = Given.TEN.plusSeconds(60L * minutes);
    boolean watched = state == IncidentState.HOLD_DOWN || state == IncidentState.MONITORING;
    Page page =
        new Page(
            1, NotificationId.of(id, 1, Channel.PAGERDUTY, PRIVATE), Channel.SLACK, PRIVATE, true);
    return new Incident(
        id,
        1 + minutes,
        state,
        state == IncidentState.OPEN
            ? List.of()
            : List.of(
                new PhaseSince(IncidentState.OPEN.phase(), Given.TEN),
                new PhaseSince(state.phase(), at)),
        false,
        subject,
        1,
        assessment,
        new AlertCounts(1, 1),
        new Response(somebody, somebody, 0),
        Ladder.UNTOUCHED,
        List.of(page),
        1,
        Map.of(),
        new Milestones(
            Given.TEN,
            Given.TEN,
            state == IncidentState.ACKNOWLEDGED ? at : null,
            watched ? at : null,
            state.isOver() ? at : null,
            null,
            null,
            null,
            null,
            at),
        new Briefing(PRIVATE, PRIVATE, List.of(new Link(PRIVATE, PRIVATE)), List.of(PRIVATE)),
        new Cause(PRIVATE, PRIVATE),
        new Communication(
            List.of(new Communication.Told(Channel.SLACK, PRIVATE, PRIVATE)), List.of()),
        PRIVATE);
  }
}
