package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
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

/** Somebody of the audience has a phone, and neither Slack nor mail. */
@Tag("RUN-04.4a")
class ToldByTextTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Instant NIGHT = Instant.parse("2026-03-02T01:00:00Z");

  private static final Policies POLICIES = policies();

  private final TeamSimulation team = new TeamSimulation(TEAM, POLICIES, NIGHT);

  @Test
  void whoHasNeitherSlackNorMailIsToldByText() {
    down();

    assertThat(channelsTo("texted")).containsExactly("TELL phone");
  }

  @Test
  void whoHasBothIsNotTextedBesides() {
    down();

    assertThat(channelsTo("tech-lead")).containsExactly("TELL slack", "TELL email");
  }

  private void down() {
    team.works(Channel.SLACK);
    team.works(Channel.EMAIL);
    team.works(Channel.PHONE);
    team.alert(
        new Alerts(TEAM, POLICIES.hash())
            .of("prescription-api", "down", Signal.TRIGGERED, Severity.P1, NIGHT));
    team.advanceTo(NIGHT.plusSeconds(1));
  }

  private List<String> channelsTo(String recipient) {
    return team.sent().stream()
        .map(TeamSimulation.Sent::notification)
        .filter(it -> it.recipient().equals(recipient) && it.act() == Notification.Act.TELL)
        .map(it -> it.act() + " " + it.channel().wireName())
        .toList();
  }

  private static Policies policies() {
    return ShippedPolicies.with(
        Map.of(
            "policy.yaml",
                text ->
                    text.replace(
                        "contacts: [devops-lead, tech-lead]", "contacts: [texted, tech-lead]"),
            "contacts.yaml",
                text ->
                    text.replace(
                        "contacts:\n",
                        """
                  contacts:
                    texted:
                      name: Who is texted
                      hours: always
                      methods:
                        phone: "+12025550177"
                  """)));
  }
}
