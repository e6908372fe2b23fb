package io.tocsin.statuspage;

import io.tocsin.contracts.events.AlertCounts;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.PhaseSince;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Subject;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.calendar.BusinessHours;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.statuspage.core.History;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies and incidents for tests: team RX publishes P1 and P2 of two public services. */
public final class Given {
  public static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  /** What must never be read outside: the words of the alert. */
  public static final String SECRET_TITLE = "db-prod-7 refuses token ghp_0123456789";

  public static final History HISTORY = new History(Duration.ofDays(90), 100);

  private static final TeamCode RX = new TeamCode("RX");

  private Given() {}

  public static Policies policies() {
    return policies("Prescription API", "Patient portal");
  }

  /** The same where the team publishes {@code levels} alone. */
  public static Policies policiesThatPublish(Severity... levels) {
    return policies("Prescription API", "Patient portal", List.of(levels));
  }

  public static Policies policies(String apiTitle, String portalTitle) {
    return policies(apiTitle, portalTitle, List.of(Severity.P1, Severity.P2));
  }

  private static Policies policies(String apiTitle, String portalTitle, List<Severity> levels) {
    Map<String, CatalogService> services =
        Map.of(
            "prescription-api", service("prescription-api", apiTitle, true),
            "patient-portal", service("patient-portal", portalTitle, true),
            "prescription-db", service("prescription-db", "Prescription database", false));
    TeamPolicy team =
        new TeamPolicy(
            RX,
            "Digital prescriptions",
            "digital-prescriptions",
            BusinessHours.of(
                ZoneOffset.UTC, Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)),
            Map.of(),
            services,
            Map.of(),
            new SeverityPolicy(
                Map.of("data-compromised", answering("data-compromised", Question.SECURITY)),
                List.of()),
            List.of(),
            new TeamPolicy.Timing(Duration.ofMinutes(30), Duration.ofMinutes(5)),
            PublicPage.showing(levels),
            Playbook.PLAIN);
    return new Policies(
        "hash",
        Map.of(RX, team),
        Map.of(),
        new CatchAll(new TeamCode("ALL"), "Catch-all", Map.of(), List.of()),
        new Installation(Installation.PAGERDUTY_LIMIT));
  }

  private static FactSource answering(String fact, Question question) {
    return new FactSource(fact, FactSource.Type.FLAG, null, question, null, List.of());
  }

  private static CatalogService service(String name, String title, boolean isPublic) {
    return CatalogService.named(name, title, isPublic);
  }

  /** A P1 of {@code service} in production that opened at ten. */
  public static Incident p1(long number, String service) {
    return incident(number, service, "production", Severity.P1, false);
  }

  public static Incident incident(
      long number, String service, String environment, Severity severity, boolean unknown) {
    return incident(number, service, environment, severity, unknown, TEN);
  }

  private static Incident incident(
      long number,
      String service,
      String environment,
      Severity severity,
      boolean unknown,
      Instant at) {
    return new Incident(
        new IncidentId(RX, number),
        1,
        IncidentState.OPEN,
        List.of(),
        false,
        new Subject(
            GroupingKey.of(RX, service, environment, Map.of()),
            1,
            service,
            environment,
            SECRET_TITLE,
            "datadog"),
        1,
        Assessment.of(severity, unknown, new Reason("table", SECRET_TITLE), Set.of()),
        new AlertCounts(1, 1),
        Response.NOBODY,
        Ladder.UNTOUCHED,
        List.of(),
        0,
        Map.of(),
        Milestones.opened(at.minusSeconds(30), at),
        Briefing.NOTHING,
        Cause.UNSAID,
        Communication.NONE,
        "hash");
  }

  /** A P1 of {@code service} in production that opened at {@code at}. */
  public static Incident p1(long number, String service, Instant at) {
    return incident(number, service, "production", Severity.P1, false, at);
  }

  /** The same incident where its level was judged by {@code facts}. */
  public static Incident judgedBy(Incident before, String... facts) {
    Assessment was = before.assessment();
    return new Incident(
        before.id(),
        before.revision(),
        before.state(),
        before.phases(),
        before.restricted(),
        before.subject(),
        before.episode(),
        Assessment.of(was.severity(), was.unknown(), was.decidedBy(), Set.of(facts)),
        before.alerts(),
        before.response(),
        before.ladder(),
        before.pages(),
        before.pageCount(),
        before.deadlines(),
        before.milestones(),
        before.briefing(),
        before.cause(),
        before.communication(),
        before.policy());
  }

  /** The same incident a revision later, in {@code state} since {@code at}. */
  public static Incident then(Incident before, IncidentState state, Instant at) {
    Milestones was = before.milestones();
    boolean watched = state == IncidentState.MONITORING || state == IncidentState.HOLD_DOWN;
    boolean relapsed = state == IncidentState.OPEN;
    boolean acknowledged = state == IncidentState.ACKNOWLEDGED && was.acknowledgedAt() == null;
    boolean over = state.isOver();
    return new Incident(
        before.id(),
        before.revision() + 1,
        state,
        entered(before, state, at),
        before.restricted(),
        before.subject(),
        before.episode(),
        before.assessment(),
        before.alerts(),
        before.response(),
        before.ladder(),
        before.pages(),
        before.pageCount(),
        before.deadlines(),
        new Milestones(
            was.startedAt(),
            was.openedAt(),
            acknowledged ? at : was.acknowledgedAt(),
            watched ? at : relapsed ? null : was.monitoringAt(),
            over ? at : null,
            was.assessedAt(),
            was.ticketedAt(),
            was.toldAt(),
            was.closedAt(),
            at),
        before.briefing(),
        before.cause(),
        before.communication(),
        before.policy());
  }

  private static List<PhaseSince> entered(Incident before, IncidentState state, Instant at) {
    List<PhaseSince> phases = new ArrayList<>(before.phases());
    Phase next = state == IncidentState.OPEN ? IncidentState.ACKNOWLEDGED.phase() : state.phase();
    boolean stays = state == IncidentState.OPEN && before.state() == IncidentState.OPEN;
    if (before.phase() != next && !stays) {
      phases.add(new PhaseSince(next, at));
    }
    return phases;
  }
}
