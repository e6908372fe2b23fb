package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** One night's incident and one planned downtime, filled in for every kind of template. */
final class FilledIn {
  static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private FilledIn() {}

  static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + ":00Z");
  }

  static Values everything() {
    return review(resolution(progress(downtime(service(incident())))));
  }

  static Values incident() {
    return Values.none()
        .with(IncidentVariables.INCIDENT, "RX-142")
        .with(IncidentVariables.TITLE, "Error rate of <prescription-api> above 25 % & rising")
        .with(IncidentVariables.SEVERITY, "P1")
        .with(IncidentVariables.SERVICE, "prescription-api")
        .with(IncidentVariables.ENVIRONMENT, "production")
        .with(IncidentVariables.TEAM, "Digital prescriptions")
        .with(
            IncidentVariables.SUMMARY,
            "Prescriptions cannot be issued.\nAll pharmacies see errors.")
        .with(IncidentVariables.ESTIMATED_USER_IMPACT, "about 1200 pharmacies, every request")
        .with(IncidentVariables.INCIDENT_START, at("03:12"))
        .with(
            IncidentVariables.INCIDENT_LINK,
            new Link("RX-142", "https://tocsin.example.com/incidents/RX-142"))
        .with(
            IncidentVariables.MONITOR,
            new Link("API errors", "https://monitors.example.com/m/77?from=1&to=2"))
        .with(IncidentVariables.REASON, "rule 'api-errors': error rate 31 % is at least 25 %")
        .with(IncidentVariables.OWNER, "on-call engineer")
        .with(
            IncidentVariables.AUDIENCE,
            List.of(
                audience("octo-health-engineers", "S0HEALTH1", "the partner office"),
                audience("System owner", null, null)));
  }

  private static Values audience(String name, String slack, String forwardsTo) {
    return Values.none()
        .with(IncidentVariables.TAG, new Mention(name, slack))
        .with(IncidentVariables.FORWARDS_TO, forwardsTo);
  }

  private static Values service(Values values) {
    return values
        .with(
            ServiceVariables.DASHBOARD,
            new Link("prescription-api", "https://dashboards.example.com/prescription-api"))
        .with(
            ServiceVariables.PAGERDUTY_SERVICE,
            new Link("production", "https://pagerduty.example.com/prescription-api"))
        .with(
            ServiceVariables.STAKEHOLDER_CHANNEL,
            new Mention("#vagov-supply-reordering", "C0STAKE01"))
        .with(
            ServiceVariables.DOWNSTREAM_CHANNEL,
            new Mention("#va-cto-supply-reordering-alerts", null))
        .with(ServiceVariables.FEATURE_FLAG, "issue_prescriptions")
        .with(ServiceVariables.ROLL_BACK, "deploy the version before")
        .with(ServiceVariables.DATA_SENSITIVITY, "handles PHI: no log lines in Slack")
        .with(
            ServiceVariables.CONTACTS,
            List.of(
                contact("Product manager", "manager@example.com"),
                contact("Engineering lead", "engineering@example.com")))
        .with(
            ServiceVariables.OUTAGE_CONTACTS,
            List.of(
                contact("Product lead", "product@example.com"),
                contact("Engineering lead", "engineering@example.com")))
        .with(
            ServiceVariables.RECENT_ALERTS,
            List.of(
                alert("03:05", "prescription-db", "connections above 90 %"),
                alert("03:11", "prescription-api", "error rate above 25 %")));
  }

  private static Values contact(String role, String person) {
    return Values.none().with(ServiceVariables.ROLE, role).with(ServiceVariables.PERSON, person);
  }

  private static Values alert(String time, String from, String event) {
    return Values.none()
        .with(ServiceVariables.AT, at(time))
        .with(ServiceVariables.FROM, from)
        .with(ServiceVariables.EVENT, event);
  }

  private static Values progress(Values values) {
    return values
        .with(ProgressVariables.TIME, at("03:30"))
        .with(ProgressVariables.BY, "on-call engineer")
        .with(ProgressVariables.STATUS, "Mitigating")
        .with(ProgressVariables.IMPACT, "31 % of requests fail")
        .with(ProgressVariables.ACTIONS_TAKEN, "restarted the service\nraised max_connections")
        .with(ProgressVariables.NEXT_STEPS, "roll back to 4.1 if errors persist")
        .with(ProgressVariables.NEXT_UPDATE, at("03:45"))
        .with(ProgressVariables.FINDING, "Database connections are at maximum capacity")
        .with(ProgressVariables.OWED_BY, new Mention("on-call engineer", "U0ONCALL1"))
        .with(ProgressVariables.DUE, at("03:45"))
        .with(ProgressVariables.WAR_ROOM_CHANNEL, new Mention("#incident-20261122", "C0WARROOM"))
        .with(ProgressVariables.VIDEO_BRIDGE, new Link("Join", "https://meet.example.com/inc-142"))
        .with(
            ProgressVariables.ROLES,
            List.of(contact("Incident Commander", "DevOps lead"), contact("Scribe", null)));
  }

  private static Values resolution(Values values) {
    return values
        .with(ResolutionVariables.COMPONENT, "the prescription portals")
        .with(ResolutionVariables.INCIDENT_END, at("04:24"))
        .with(ResolutionVariables.DURATION, Duration.ofMinutes(72))
        .with(ResolutionVariables.ROOT_CAUSE, "connections were leaked by release 4.2")
        .with(ResolutionVariables.RESOLUTION, "rolled back to 4.1")
        .with(ResolutionVariables.REVIEW_DUE, Instant.parse("2026-11-24T04:24:00Z"));
  }

  private static Values review(Values values) {
    return values
        .with(ReviewVariables.REVIEW_DATE, LocalDate.of(2026, 11, 23))
        .with(ReviewVariables.INCIDENT_DATE, LocalDate.of(2026, 11, 22))
        .with(ReviewVariables.DETECTED_AT, at("03:12"))
        .with(ReviewVariables.NOTIFIED_AT, at("03:13"))
        .with(ReviewVariables.INVESTIGATED_AT, at("03:15"))
        .with(ReviewVariables.ROOT_CAUSE_AT, at("03:40"))
        .with(ReviewVariables.MITIGATED_AT, at("03:54"))
        .with(ReviewVariables.WENT_WELL, List.of(item("The page rang within a minute")))
        .with(
            ReviewVariables.COULD_BE_IMPROVED,
            List.of(item("The dashboard was hard to find"), item("Nobody watched connections")))
        .with(ReviewVariables.ACTION_ITEMS, List.of(action()))
        .with(ReviewVariables.ACTION, "Alert on database connections")
        .with(ReviewVariables.ACTION_OWNER, "tech lead")
        .with(ReviewVariables.ACTION_DUE, LocalDate.of(2026, 12, 1))
        .with(ReviewVariables.DETAILS, "we learned of the leak from users")
        .with(ReviewVariables.PREVENTION, "A limit on connections for each service")
        .with(ReviewVariables.PLAYBOOK_CHANGED, "yes: where the dashboard is")
        .with(
            ReviewVariables.TIMELINE,
            List.of(
                Values.none()
                    .with(ServiceVariables.AT, at("03:12"))
                    .with(ServiceVariables.EVENT, "Opened by monitor 77")));
  }

  private static Values item(String words) {
    return Values.none().with(ReviewVariables.ITEM, words);
  }

  private static Values action() {
    return Values.none()
        .with(ReviewVariables.ACTION, "Alert on database connections")
        .with(ReviewVariables.ACTION_OWNER, "tech lead")
        .with(ReviewVariables.ACTION_DUE, LocalDate.of(2026, 12, 1));
  }

  private static Values downtime(Values values) {
    return values
        .with(DowntimeVariables.DOWNTIME, "HP-M7")
        .with(DowntimeVariables.SERVICES, "health-api, health-portal")
        .with(DowntimeVariables.DOWNTIME_REASON, "the database is upgraded")
        .with(DowntimeVariables.ANTICIPATED_IMPACT, "no messages can be sent")
        .with(DowntimeVariables.DOWNTIME_START, Instant.parse("2026-12-05T07:00:00Z"))
        .with(DowntimeVariables.DOWNTIME_END, Instant.parse("2026-12-05T09:30:00Z"))
        .with(DowntimeVariables.DOWNTIME_DURATION, Duration.ofMinutes(150))
        .with(DowntimeVariables.ROLLBACK_PLAN, "restore the snapshot of 06:55")
        .with(DowntimeVariables.COMMUNICATION_OWNER, "product manager")
        .with(
            DowntimeVariables.CHANGE_TICKET,
            new Link("CHG0031", "https://changes.example.com/CHG0031"))
        .with(DowntimeVariables.OUTCOME, "all services are back");
  }
}
