package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.catalog.PagerDutyService;
import io.tocsin.contracts.policy.catalog.ServiceChannels;
import io.tocsin.contracts.policy.catalog.ServiceContacts;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.conduct.FirstResponse;
import io.tocsin.contracts.policy.template.Templates;
import io.tocsin.notifier.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A team whose people and audiences are in Slack. */
public final class SlackPolicies {
  public static final String ON_CALL = "U0ONCALL1";
  public static final String LEAD = "U0LEAD001";
  public static final String TAG = "S0ENGINEERS";

  private SlackPolicies() {}

  public static Policies policies() {
    return policies(Playbook.PLAIN.templates());
  }

  /** The same with templates of its own. */
  static Policies policies(Templates templates) {
    Policies plain = Fixtures.policies(0);
    TeamPolicy team = plain.team(Fixtures.TEAM).orElseThrow();
    TeamPolicy inSlack =
        new TeamPolicy(
            team.code(),
            team.name(),
            team.folder(),
            team.businessHours(),
            Map.of(
                Severity.P1,
                Level.of(
                    Severity.P1,
                    Level.Clock.ALWAYS,
                    Channel.PHONE,
                    List.of(
                        new Rung("on-call", List.of(Channel.SLACK), Duration.ofMinutes(5), true)),
                    null,
                    null)),
            Map.of("prescription-api", service()),
            Map.of(
                "on-call", contact("on-call", "On-call engineer", ON_CALL),
                "channel", contact("channel", "Product channel", "#portals"),
                "named", contact("named", "Somebody by name", "@rx-named"),
                "secret", contact("secret", "By reference", "${SLACK_SECRET_CHANNEL}"),
                "lead", contact("lead", "Lead", LEAD),
                "outage", contact("outage", "Outage lead", "@rx-outage"),
                "mail-only",
                    new Contact(
                        "mail-only",
                        "Mail",
                        Level.Clock.ALWAYS,
                        Map.of(Channel.EMAIL, "a@example.com"))),
            team.severity(),
            team.groupingLabels(),
            team.timing(),
            team.statusPage(),
            playbook(team.playbook(), templates));
    return new Policies(
        plain.hash(),
        Map.of(Fixtures.TEAM, inSlack),
        plain.integrations(),
        plain.catchAll(),
        plain.installation());
  }

  /** With all that a message may link and name (MED-links, MED-contacts). */
  private static CatalogService service() {
    CatalogService plain = CatalogService.named("prescription-api", "Prescription API", true);
    return new CatalogService(
        plain.name(),
        plain.title(),
        plain.groups(),
        plain.isPublic(),
        Map.of("Dashboard", "https://dashboards.example.com/prescription-api"),
        new ServiceContacts(List.of("lead"), List.of("on-call"), List.of("outage", "on-call")),
        Map.of(
            "production",
            new PagerDutyService(
                "production", "https://pagerduty.example.com/prescription-api", null, null)),
        new ServiceChannels("#rx-alerts", "#rx-stakeholders", "C0DOWNSTREAM"),
        plain.health(),
        plain.dependsOn(),
        plain.names(),
        plain.flags(),
        plain.data(),
        plain.access());
  }

  private static Contact contact(String id, String name, String slack) {
    return new Contact(id, name, Level.Clock.ALWAYS, Map.of(Channel.SLACK, slack));
  }

  private static Playbook playbook(Playbook plain, Templates templates) {
    Conduct conduct = plain.conduct();
    Conduct told =
        new Conduct(
            Map.of(
                "incidents", audience("incidents", "#incidents", List.of()),
                "engineers", audience("engineers", "#incidents", List.of(TAG, "@by-name")),
                "elsewhere", audience("elsewhere", "C0ELSEWHERE", List.of())),
            conduct.groups(),
            new FirstResponse(
                Duration.ofMinutes(5), Set.of(), Set.of(), Set.of("eyes"), Duration.ofHours(1)),
            conduct.ticket(),
            conduct.escalateWhen(),
            conduct.warRoom(),
            conduct.health(),
            conduct.closure(),
            conduct.review(),
            conduct.targets(),
            conduct.alertReport(),
            conduct.security(),
            conduct.plans(),
            conduct.help(),
            conduct.maintenance());
    return new Playbook(told, plain.runbooks(), plain.onCall(), templates);
  }

  private static Audience audience(String name, String slack, List<String> tags) {
    return new Audience(name, "The " + name, slack, tags, List.of(), List.of(), Set.of(), null);
  }
}
