package io.tocsin.notifier;

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
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Subject;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.calendar.BusinessHours;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.conduct.Ticket;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notifications, incidents and policies as the tests need them. */
public final class Fixtures {
  public static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  public static final TeamCode TEAM = new TeamCode("RX");

  private Fixtures() {}

  public static IncidentId incident(long number) {
    return new IncidentId(TEAM, number);
  }

  public static Notification page(long incident, int n) {
    return notification(incident, 2, Act.PAGE, List.of(n), Channel.PAGERDUTY);
  }

  public static Notification acknowledge(long incident, Integer... pages) {
    return notification(incident, 3, Act.ACKNOWLEDGE, List.of(pages), Channel.PAGERDUTY);
  }

  public static Notification resolve(long incident, Integer... pages) {
    return notification(incident, 4, Act.RESOLVE, List.of(pages), Channel.PAGERDUTY);
  }

  public static Notification notification(
      long incident, long revision, Act act, List<Integer> pages, Channel channel) {
    IncidentId id = incident(incident);
    return new Notification(
        NotificationId.of(id, revision, channel, "on-call"),
        id,
        revision,
        channel,
        "on-call",
        act,
        pages,
        content("API errors on 30 % of requests", "prescription-api"),
        null,
        new Reason("rung-due", "the first rung of P1 is due"),
        NOW,
        "hash-of-policy");
  }

  public static Notification.Content content(String title, String service) {
    return Notification.Content.page(
        Severity.P1, false, title, service, "production", NOW.minusSeconds(60), "on-call");
  }

  /** Something for the incident's ticket. */
  public static Notification ticket(
      long incident, long revision, Act act, MessageKind kind, Map<String, String> said) {
    Notification.Content line = content("API errors on 30 % of requests", "prescription-api");
    return new Notification(
        NotificationId.of(incident(incident), revision, Channel.GITHUB, "ticket"),
        incident(incident),
        revision,
        Channel.GITHUB,
        "ticket",
        act,
        List.of(),
        new Notification.Content(
            line.severity(),
            line.unknown(),
            line.title(),
            line.service(),
            line.environment(),
            line.startedAt(),
            null,
            kind,
            IncidentState.OPEN,
            "ticket",
            null,
            Briefing.NOTHING,
            Evidence.NONE,
            null,
            said),
        null,
        new Reason("told", "who is to know it is told"),
        NOW,
        "hash-of-policy");
  }

  public static Notification with(
      Notification base, Notification.Content content, Long minutesLate) {
    return new Notification(
        base.id(),
        base.incident(),
        base.revision(),
        base.channel(),
        base.recipient(),
        base.act(),
        base.pages(),
        content,
        minutesLate,
        base.reason(),
        base.requestedAt(),
        base.policy());
  }

  public static Incident incident(long number, long revision, long quietedAt, IncidentState state) {
    return new Incident(
        incident(number),
        revision,
        state,
        List.of(),
        false,
        new Subject(
            GroupingKey.of(TEAM, "prescription-api", "production", Map.of()),
            1,
            "prescription-api",
            "production",
            "API errors",
            "datadog"),
        1,
        Assessment.of(Severity.P1, false, new Reason("rule", "a rule decided"), Set.of()),
        AlertCounts.NONE,
        new Response(null, null, quietedAt),
        Ladder.UNTOUCHED,
        List.of(),
        1,
        Map.of(),
        Milestones.opened(NOW, NOW),
        Briefing.NOTHING,
        Cause.UNSAID,
        Communication.NONE,
        "hash-of-policy");
  }

  /** One team, whose on-call has the pagerduty method {@code ${PAGERDUTY_RX_KEY}}. */
  public static Policies policies(int eventsPerMinute) {
    return policies(eventsPerMinute, "${PAGERDUTY_RX_KEY}");
  }

  /** The ticket is held in {@code healthflow/portals}, labelled {@code incident}. */
  private static Playbook playbook() {
    Conduct plain = Conduct.PLAIN;
    Conduct conduct =
        new Conduct(
            plain.audiences(),
            plain.groups(),
            plain.firstResponse(),
            new Ticket("healthflow/portals", Set.of("incident"), Set.of(), Severity.P4),
            plain.escalateWhen(),
            null,
            plain.health(),
            plain.closure(),
            null,
            plain.targets(),
            null,
            null,
            plain.plans(),
            plain.help(),
            plain.maintenance());
    Playbook of = Playbook.PLAIN;
    return new Playbook(conduct, of.runbooks(), of.onCall(), of.templates());
  }

  public static Policies policies(int eventsPerMinute, String method) {
    Contact onCall =
        new Contact("on-call", "On-call", Level.Clock.ALWAYS, Map.of(Channel.PAGERDUTY, method));
    Contact mailOnly =
        new Contact("lead", "Lead", Level.Clock.ALWAYS, Map.of(Channel.EMAIL, "lead@example.com"));
    TeamPolicy team =
        new TeamPolicy(
            TEAM,
            "Digital prescriptions",
            "digital-prescriptions",
            BusinessHours.of(
                ZoneOffset.UTC, Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)),
            Map.of(),
            Map.of(),
            Map.of("on-call", onCall, "lead", mailOnly),
            SeverityPolicy.NONE,
            List.of(),
            new TeamPolicy.Timing(Duration.ofMinutes(30), Duration.ofMinutes(5)),
            PublicPage.showing(List.of()),
            playbook());
    return new Policies(
        "hash-of-policy",
        Map.of(TEAM, team),
        Map.of(),
        new CatchAll(new TeamCode("CATCH"), "Catch-all", Map.of(), List.of()),
        new Installation(eventsPerMinute));
  }
}
