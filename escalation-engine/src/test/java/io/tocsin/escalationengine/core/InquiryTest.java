package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.scenario.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product owner is to be asked for the error rate, and the tech lead, whose it is, for the
 * rest.
 */
@Tag("RUN-02.2")
class InquiryTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Instant NIGHT = Instant.parse("2026-03-02T01:00:00Z");
  private static final Policies POLICIES = policies("product-owner");

  private Policies policies = POLICIES;
  private TeamSimulation team = teamOf(POLICIES);

  private static TeamSimulation teamOf(Policies policies) {
    TeamSimulation team = new TeamSimulation(TEAM, policies, NIGHT);
    team.works(Channel.SLACK);
    team.works(Channel.EMAIL);
    return team;
  }

  @Test
  void aFactThatTheRuleNeededIsAskedOfTheRoleThatThePolicyNames() {
    slowAndItsRuleNeeded("error-rate");
    somebody(new CommandAction.Acknowledge());

    assertThat(askedOf("product-owner")).containsExactly("error-rate");
    assertThat(askedOf("tech-lead"))
        .containsExactly("unavailable", "users", "security", "workaround", "impact");
  }

  @Test
  void aFactThatNoRuleNeededIsNotAskedOfItsRole() {
    slowAndItsRuleNeeded();
    somebody(new CommandAction.Acknowledge());

    assertThat(askedOf("product-owner")).isEmpty();
  }

  @Test
  void whatSomebodyHasSaidIsNotAskedAgain() {
    slowAndItsRuleNeeded("error-rate");
    somebody(new CommandAction.Assess(Map.of("error-rate", "12 percent")));
    somebody(new CommandAction.Acknowledge());

    assertThat(askedOf("product-owner")).isEmpty();
  }

  @Test
  void whereTheRoleCanOnlyBeRungWhoeverHasItIsAsked() {
    policies = policies("database-team");
    team = teamOf(policies);
    slowAndItsRuleNeeded("error-rate");
    somebody(new CommandAction.Acknowledge());

    assertThat(askedOf("tech-lead")).contains("error-rate", "unavailable");
  }

  private void slowAndItsRuleNeeded(String... facts) {
    ClassifiedAlert alert =
        new Alerts(TEAM, policies.hash())
            .of("prescription-api", "slow", Signal.TRIGGERED, Severity.P3, NIGHT);
    team.alert(
        new ClassifiedAlert(
            alert.alert(),
            alert.team(),
            alert.service(),
            alert.groupingKey(),
            alert.severity(),
            alert.unknown(),
            alert.alarm(),
            alert.decidedBy(),
            alert.facts(),
            new Evidence(Map.of(), List.of(facts), null),
            alert.runbooks(),
            alert.absorbed(),
            alert.policy(),
            alert.classifiedAt()));
  }

  private void somebody(CommandAction action) {
    team.advanceTo(team.now().plusSeconds(30));
    team.command(team.incidents().iterator().next().id(), "on-call", action);
    team.advanceTo(team.now().plusSeconds(1));
  }

  private List<String> askedOf(String recipient) {
    return team.sent().stream()
        .map(TeamSimulation.Sent::notification)
        .filter(it -> it.recipient().equals(recipient))
        .map(Notification::content)
        .filter(it -> it.kind() == MessageKind.QUESTIONS)
        .flatMap(it -> it.said().get("questions").lines())
        .toList();
  }

  /** The database team has nothing but a pager. */
  private static Policies policies(String asked) {
    return ShippedPolicies.with(
        Map.of(
            "contacts.yaml",
            text ->
                text.replaceFirst(
                    "contacts:\n",
                    """
                    contacts:
                      database-team:
                        name: Database team
                        hours: always
                        methods:
                          pagerduty: \\${PAGERDUTY_RX_KEY}
                    """),
            "severity.yaml",
            text ->
                text.replaceFirst("unit: percent\n", "unit: percent\n    ask: " + asked + "\n")));
  }
}
