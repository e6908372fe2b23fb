package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the incident is: every message about one may use these. */
public final class IncidentVariables {
  public static final Variable<String> INCIDENT =
      Variable.text("incident", "The incident's id, as in RX-142.");
  public static final Variable<String> TITLE =
      Variable.text("title", "What it is about, as the first alert or the declaring person said.");
  public static final Variable<String> SEVERITY = Variable.text("severity", "P1 to P4.");
  public static final Variable<Boolean> SEVERITY_UNKNOWN =
      Variable.flag("severity-unknown", "Set when a rule failed and nobody has set the level yet.");
  public static final Variable<String> SERVICE =
      Variable.text("service", "The service concerned, as the catalog calls it.");
  public static final Variable<String> ENVIRONMENT =
      Variable.text("environment", "production, staging or another.");
  public static final Variable<String> TEAM = Variable.text("team", "The team that owns it.");
  public static final Variable<String> SUMMARY =
      Variable.text("summary", "The issue or outage in a sentence or two.");
  public static final Variable<String> ESTIMATED_USER_IMPACT =
      Variable.text("estimated-user-impact", "Who is affected, and how.");
  public static final Variable<Instant> INCIDENT_START =
      Variable.time("incident-start", "When it began.");
  public static final Variable<Link> INCIDENT_LINK =
      Variable.link("incident-link", "The incident in Tocsin.");
  public static final Variable<Link> MONITOR =
      Variable.link("monitor", "The monitor that raised the alert, where its sender names it.");
  public static final Variable<String> REASON =
      Variable.text("reason", "Why it has its level, or why this message is sent.");
  public static final Variable<String> OWNER =
      Variable.text("owner", "Who has it: they acknowledged it, or it was handed to them.");
  public static final Variable<Duration> LATE_BY =
      Variable.duration("late-by", "How late this message is because of an outage of our own.");

  public static final Variable<Mention> TAG =
      Variable.mention("tag", "The person or group, told where the channel can.");
  public static final Variable<String> FORWARDS_TO =
      Variable.text("forwards-to", "To whom they pass the message on.");
  public static final Variable<List<Values>> AUDIENCE =
      Variable.list("audience", "Whom the policy has this message told.", TAG, FORWARDS_TO);

  static final List<Variable<?>> ALL =
      List.of(
          INCIDENT,
          TITLE,
          SEVERITY,
          SEVERITY_UNKNOWN,
          SERVICE,
          ENVIRONMENT,
          TEAM,
          SUMMARY,
          ESTIMATED_USER_IMPACT,
          INCIDENT_START,
          INCIDENT_LINK,
          MONITOR,
          REASON,
          OWNER,
          LATE_BY,
          AUDIENCE);

  private IncidentVariables() {}
}
