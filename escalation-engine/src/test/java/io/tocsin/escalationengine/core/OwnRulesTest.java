package io.tocsin.escalationengine.core;

import static io.tocsin.contracts.events.Channel.PAGERDUTY;
import static io.tocsin.contracts.events.Channel.PHONE;
import static io.tocsin.contracts.events.Channel.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.escalationengine.scenario.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A rung of two minutes that may use Slack, PagerDuty and the phone calls a person who wants Slack
 * at once and PagerDuty after a minute; the phone is what it falls back on.
 */
@Tag("RUN-08.2")
class OwnRulesTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Instant NIGHT = Instant.parse("2026-03-02T01:00:00Z");
  private static final Policies POLICIES = policies();

  private final TeamSimulation team = new TeamSimulation(TEAM, POLICIES, NIGHT);

  @BeforeEach
  void everythingWorks() {
    team.works(SLACK);
    team.works(PHONE);
  }

  @Test
  void aPersonIsCalledAsTheyWantOneAfterTheOther() {
    down();

    assertThat(callsUntil(119)).containsExactly(call(0, SLACK), call(60, PAGERDUTY));
  }

  @Test
  void theNextRungComesInItsTimeAllTheSame() {
    down();

    assertThat(callsUntil(120)).endsWith(call(120, PHONE));
  }

  @Test
  void whatFailsIsFollowedAtOnce() {
    team.breaks(SLACK);
    down();

    assertThat(callsUntil(119)).containsExactly(call(0, PAGERDUTY));
  }

  @Test
  void whenTheLastOfTheirRulesFailsTheRungFallsBack() {
    team.breaks(PAGERDUTY);
    down();

    assertThat(callsUntil(119)).containsExactly(call(0, SLACK), call(60, PHONE));
  }

  @Test
  @Tag("RUN-04.1a")
  void whoAcknowledgesIsNotCalledAgain() {
    down();
    team.advanceTo(NIGHT.plusSeconds(30));
    team.command(
        team.incidents().iterator().next().id(), "engineer-a", new CommandAction.Acknowledge());

    assertThat(callsUntil(3600)).containsExactly(call(0, SLACK));
  }

  private void down() {
    team.alert(
        new Alerts(TEAM, POLICIES.hash())
            .of("prescription-api", "down", Signal.TRIGGERED, Severity.P1, NIGHT));
  }

  private List<Map.Entry<Long, Channel>> callsUntil(int seconds) {
    team.advanceTo(NIGHT.plusSeconds(seconds));
    return team.sent().stream()
        .filter(sent -> sent.notification().act() == Notification.Act.PAGE)
        .filter(sent -> sent.notification().recipient().equals("engineer-a"))
        .map(
            sent ->
                call(Duration.between(NIGHT, sent.at()).toSeconds(), sent.notification().channel()))
        .toList();
  }

  private static Map.Entry<Long, Channel> call(long second, Channel by) {
    return Map.entry(second, by);
  }

  private static Policies policies() {
    return ShippedPolicies.with(
        Map.of(
            "policy.yaml",
                text -> text.replaceFirst("by: \\[pagerduty]", "by: [slack, pagerduty, phone]"),
            "contacts.yaml",
                text ->
                    text
                        + """

                  people:
                    engineer-a:
                      name: First engineer
                      methods:
                        slack: "@engineer-a"
                        pagerduty: "${PAGERDUTY_A_KEY}"
                        phone: "+12025550177"
                      notify:
                        - {by: slack}
                        - {by: pagerduty, after: 1m}
                  rotas:
                    on-call:
                      zone: Africa/Cairo
                      layers:
                        - {people: [engineer-a], begins: 2026-01-04T09:00, turn: 1w}
                  """));
  }
}
