package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of everything that goes over the wire. */
final class Samples {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123Z");
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final IncidentId ID = new IncidentId(TEAM, 142);
  private static final AlertKey KEY = AlertKey.of("datadog-rx", "cycle-1");
  private static final AlertId ALERT_ID = AlertId.ofDelivery("datadog-rx", "8306077573749414142");
  private static final GroupingKey GROUP =
      GroupingKey.of(TEAM, "prescription-api", "production", Map.of());
  private static final Actor ALICE = new Actor("alice", "api");
  private static final Reason REASON = new Reason("not-acknowledged", "nobody acknowledged");
  private static final NotificationId NOTIFICATION =
      NotificationId.of(ID, 7, Channel.PAGERDUTY, "on-call");
  private static final Assessment ASSESSMENT =
      new Assessment(
          Severity.P1,
          false,
          REASON,
          Set.of("unavailable"),
          new Evidence(Map.of("error-rate", "31 percent"), List.of(), null),
          Map.of("users", new SaidByPerson("1200", ALICE, AT)),
          List.of("workaround"));
  private static final Briefing BRIEFING =
      new Briefing(
          "no answer for 5 minutes",
          "nobody can log in",
          List.of(new Link("monitor", "https://monitoring.example.com/1")),
          List.of("database-connections"));
  private static final Cause CAUSE = new Cause("the pool was full", "restarted");
  private static final Communication.Told TOLD =
      Communication.Told.audience(Channel.SLACK, "incidents");
  private static final Update UPDATE =
      new Update(null, "Investigating", "nobody can log in", "restarted it", "watch it", AT);
  private static final Subject SUBJECT =
      new Subject(GROUP, 1, "prescription-api", "production", "API is down", "datadog");

  private Samples() {}

  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("alert", alert());
    all.put("classified-alert", classified());
    all.put("alert-disposition", disposition());
    all.put("incident", incident());
    all.put("notification", notification());
    all.put("delivery-receipt", receipt());
    all.put("delivery", new Delivery(notification(), Delivery.State.SENT, "dedup-1", REASON, AT));
    all.put("rejected", Rejected.of("datadog-rx", REASON, new byte[] {1, 2, 3}, AT));
    all.put("policy-bundle", new PolicyBundle(Map.of("catch-all.yaml", "code: ALL\n")));
    changes().forEach((name, change) -> all.put("incident-event." + name, event(change)));
    actions().forEach((name, action) -> all.put("incident-command." + name, command(action)));
    return all;
  }

  static Map<String, IncidentChange> changes() {
    Map<String, IncidentChange> all = new LinkedHashMap<>();
    all.put("opened", new IncidentChange.Opened(SUBJECT, ASSESSMENT, AT, "hash", BRIEFING, AT));
    all.put(
        "alert-fired",
        new IncidentChange.AlertFired(
            KEY, ALERT_ID, false, Severity.P1, "API is down", "Triggered", AT, "hash"));
    all.put("alert-repeated", new IncidentChange.AlertRepeated(KEY, ALERT_ID, 10));
    all.put(
        "alert-rejudged",
        new IncidentChange.AlertRejudged(KEY, ALERT_ID, Severity.P3, "Warn", AT, "hash"));
    all.put("alert-recovered", new IncidentChange.AlertRecovered(KEY, ALERT_ID, AT));
    all.put(
        "severity-raised",
        new IncidentChange.SeverityRaised(Severity.P2, Severity.P1, false, Evidence.NONE));
    all.put("severity-lowered", new IncidentChange.SeverityLowered(Severity.P1, Severity.P2));
    all.put("severity-confirmed", new IncidentChange.SeverityConfirmed(Severity.P1));
    all.put("round-started", new IncidentChange.RoundStarted(2, 40L));
    all.put(
        "rung-called",
        new IncidentChange.RungCalled(
            1, 0, 0, "on-call", Channel.PAGERDUTY, "on-call", 1, AT.plusSeconds(120), null));
    all.put("rung-passed", new IncidentChange.RungPassed(1, 2, "devops-lead"));
    all.put("ladder-deferred", new IncidentChange.LadderDeferred(AT));
    all.put("ladder-ended", new IncidentChange.LadderEnded(1, true, AT));
    all.put(
        "page-settled",
        new IncidentChange.PageSettled(1, NOTIFICATION, DeliveryReceipt.Outcome.DELIVERED));
    all.put("acknowledged", new IncidentChange.Acknowledged(ALICE));
    all.put("acknowledgement-noted", new IncidentChange.AcknowledgementNoted());
    all.put("handed-over", new IncidentChange.HandedOver(ALICE, new Actor("bob", "api")));
    all.put("escalated", new IncidentChange.Escalated());
    all.put("hold-down-started", new IncidentChange.HoldDownStarted(AT));
    all.put("monitoring-started", new IncidentChange.MonitoringStarted(AT));
    all.put("relapsed", new IncidentChange.Relapsed(2));
    all.put("resolved", new IncidentChange.Resolved(CAUSE));
    all.put("marked-false-alarm", new IncidentChange.MarkedFalseAlarm());
    all.put("command-refused", new IncidentChange.CommandRefused("resolve"));
    all.put(
        "people-told", new IncidentChange.PeopleTold(MessageKind.INCIDENT_MESSAGE, List.of(TOLD)));
    all.put("telling-deferred", new IncidentChange.TellingDeferred("executives", AT));
    all.put("telling-due", new IncidentChange.TellingDue("executives"));
    all.put("ticket-opened", new IncidentChange.TicketOpened());
    all.put("assigned", new IncidentChange.Assigned(new Actor("tech-lead", "tocsin")));
    all.put("assessed", new IncidentChange.Assessed(Map.of("users", "1200")));
    all.put(
        "questions-asked",
        new IncidentChange.QuestionsAsked(List.of("users", "workaround"), List.of(TOLD)));
    all.put(
        "first-response-checked",
        new IncidentChange.FirstResponseChecked(List.of("assessed"), List.of(TOLD)));
    all.put("update-posted", new IncidentChange.UpdatePosted(UPDATE, List.of(TOLD)));
    all.put("finding-recorded", new IncidentChange.FindingRecorded("the pool is full"));
    all.put("noted", new IncidentChange.Noted("looking"));
    all.put("phase-entered", new IncidentChange.PhaseEntered(Phase.IMPLEMENTING_FIX));
    all.put("acknowledgement-withdrawn", new IncidentChange.AcknowledgementWithdrawn());
    all.put("recovery-questioned", new IncidentChange.RecoveryQuestioned(2));
    all.put("restricted", new IncidentChange.Restricted());
    all.put(
        "demanded", new IncidentChange.Demanded("Submit a ticket, give its number", List.of(TOLD)));
    all.put("closed", new IncidentChange.Closed(CAUSE));
    all.put("policy-followed", new IncidentChange.PolicyFollowed("9f86d081", "60303ae2"));
    return all;
  }

  static Map<String, CommandAction> actions() {
    Map<String, CommandAction> all = new LinkedHashMap<>();
    all.put(
        "declare", new CommandAction.Declare("odd", "patient-portal", "production", Severity.P2));
    all.put("acknowledge", new CommandAction.Acknowledge());
    all.put("handover", new CommandAction.HandOver("bob"));
    all.put("severity", new CommandAction.ChangeSeverity(Severity.P1, "all regions"));
    all.put("escalate", new CommandAction.Escalate("database people"));
    all.put("false-alarm", new CommandAction.MarkFalseAlarm("a test"));
    all.put("resolve", new CommandAction.Resolve("rolled back", CAUSE));
    all.put("unacknowledge", new CommandAction.Unacknowledge());
    all.put("report-recovery", new CommandAction.ReportRecovery());
    all.put("note", new CommandAction.Note("looking"));
    all.put("updates", new CommandAction.PostUpdate(UPDATE));
    all.put("assessment", new CommandAction.Assess(Map.of("users", "1200")));
    all.put("findings", new CommandAction.RecordFinding("the pool is full"));
    all.put("phase", new CommandAction.EnterPhase(Phase.ROOT_CAUSE_IDENTIFIED));
    all.put("close", new CommandAction.Close(CAUSE));
    all.put("policy", new CommandAction.FollowPolicy());
    return all;
  }

  static Alert alert() {
    return new Alert(
        ALERT_ID,
        KEY,
        "datadog-rx",
        "datadog",
        Signal.TRIGGERED,
        "Triggered",
        "API is down",
        "no answer for 5 minutes",
        "prescription-api",
        Alert.PRODUCTION,
        "P1",
        Map.of("team", "rx"),
        List.of(new Link("monitor", "https://monitoring.example.com/1")),
        AT,
        AT.plusMillis(5),
        true);
  }

  private static ClassifiedAlert classified() {
    return new ClassifiedAlert(
        alert(),
        TEAM,
        "prescription-api",
        GROUP,
        Severity.P1,
        false,
        true,
        REASON,
        Set.of("unavailable"),
        new Evidence(
            Map.of("error-rate", "31 percent"),
            List.of("users"),
            new Counterfactual(
                List.of(
                    new Counterfactual.Compared("fact.error_rate >= 25.0", "31.0", "25.0", true)),
                Severity.P3,
                new Reason("portal-feature", "One feature of a portal does not work."))),
        List.of(),
        null,
        "hash",
        AT);
  }

  private static AlertDisposition disposition() {
    return new AlertDisposition(
        ALERT_ID, KEY, TEAM, AlertDisposition.Outcome.OPENED, ID, REASON, AT);
  }

  private static Incident incident() {
    return new Incident(
        ID,
        7,
        IncidentState.OPEN,
        List.of(new PhaseSince(Phase.IDENTIFIED, AT)),
        false,
        SUBJECT,
        1,
        ASSESSMENT,
        new AlertCounts(1, 1),
        new Response(ALICE, ALICE, 0),
        new Ladder(1, 0, 0, AT, true, false),
        List.of(new Page(1, NOTIFICATION, Channel.PAGERDUTY, "on-call", true)),
        1,
        Map.of(TimerName.LADDER, AT.plusSeconds(120)),
        Milestones.opened(AT, AT),
        BRIEFING,
        Cause.UNSAID,
        new Communication(List.of(TOLD), List.of(new Communication.Later("executives", AT))),
        "hash");
  }

  private static Notification notification() {
    return new Notification(
        NOTIFICATION,
        ID,
        7,
        Channel.PAGERDUTY,
        "on-call",
        Notification.Act.PAGE,
        List.of(1),
        new Notification.Content(
            Severity.P1,
            false,
            "API is down",
            "prescription-api",
            "production",
            AT,
            "on-call",
            MessageKind.PAGE,
            IncidentState.OPEN,
            null,
            "alice",
            BRIEFING,
            Evidence.NONE,
            new Reason("api-down", "the service is unavailable"),
            Map.of("by", "alice")),
        null,
        REASON,
        AT,
        "hash");
  }

  private static DeliveryReceipt receipt() {
    return new DeliveryReceipt(
        NOTIFICATION,
        ID,
        Channel.PAGERDUTY,
        "on-call",
        Notification.Act.PAGE,
        List.of(1),
        DeliveryReceipt.Outcome.DELIVERED,
        "dedup-1",
        REASON,
        AT);
  }

  private static IncidentEvent event(IncidentChange change) {
    return new IncidentEvent(ID, 7, AT, ALICE, "command-1", REASON, change);
  }

  private static IncidentCommand command(CommandAction action) {
    boolean declares = action instanceof CommandAction.Declare;
    return new IncidentCommand("command-1", TEAM, declares ? null : ID, ALICE, AT, action);
  }
}
