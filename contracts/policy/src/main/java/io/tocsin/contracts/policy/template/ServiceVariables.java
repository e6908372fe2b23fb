package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Instant;
import java.util.List;

/** What the catalog says of the service, and what its monitors said of late (MED). */
public final class ServiceVariables {
  public static final Variable<Link> DASHBOARD =
      Variable.link("dashboard", "The service's dashboard.");
  public static final Variable<Link> PAGERDUTY_SERVICE =
      Variable.link("pagerduty-service", "Its PagerDuty service, of the incident's environment.");
  public static final Variable<Mention> STAKEHOLDER_CHANNEL =
      Variable.mention("stakeholder-channel", "The Slack channel of its stakeholders.");
  public static final Variable<Mention> DOWNSTREAM_CHANNEL =
      Variable.mention("downstream-channel", "The Slack channel of the team that it depends on.");
  public static final Variable<String> FEATURE_FLAG =
      Variable.text("feature-flag", "The flag that turns it off.");
  public static final Variable<String> ROLL_BACK =
      Variable.text("roll-back", "How it is rolled back.");
  public static final Variable<String> DATA_SENSITIVITY =
      Variable.text("data-sensitivity", "Whether it handles PII or PHI, and what to mind.");

  public static final Variable<String> ROLE =
      Variable.text("role", "The role, as in 'DevOps lead'.");
  public static final Variable<String> PERSON = Variable.text("person", "Who holds it.");
  public static final Variable<List<Values>> CONTACTS =
      Variable.list("contacts", "The service's product and engineering contacts.", ROLE, PERSON);
  public static final Variable<List<Values>> OUTAGE_CONTACTS =
      Variable.list("outage-contacts", "Whom to reach in an outage.", ROLE, PERSON);

  public static final Variable<Instant> AT = Variable.time("at", "When it was.");
  public static final Variable<String> FROM =
      Variable.text("from", "The service that it is about.");
  public static final Variable<String> EVENT = Variable.text("event", "What happened.");
  public static final Variable<List<Values>> RECENT_ALERTS =
      Variable.list(
          "recent-alerts",
          "The last alerts of the service and of what it depends on.",
          AT,
          FROM,
          EVENT);

  static final List<Variable<?>> ALL =
      List.of(
          DASHBOARD,
          PAGERDUTY_SERVICE,
          STAKEHOLDER_CHANNEL,
          DOWNSTREAM_CHANNEL,
          FEATURE_FLAG,
          ROLL_BACK,
          DATA_SENSITIVITY,
          CONTACTS,
          OUTAGE_CONTACTS,
          RECENT_ALERTS);

  private ServiceVariables() {}
}
