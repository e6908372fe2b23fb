package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.escalationengine.scenario.Alerts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ladder is mended while an incident is open: its second rung waits ten minutes, not three. */
@Tag("RUN-08.2")
class FollowPolicyTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Instant NIGHT = Instant.parse("2026-03-02T01:00:00Z");
  private static final Policies BEFORE = policies("wait: 3m");
  private static final Policies MENDED = policies("wait: 10m");

  private final TeamSimulation team = new TeamSimulation(TEAM, BEFORE, NIGHT);

  @BeforeEach
  void open() {
    team.alert(
        new Alerts(TEAM, BEFORE.hash())
            .of("prescription-api", "down", Signal.TRIGGERED, Severity.P1, NIGHT));
    team.policyBecomes(MENDED);
    team.advanceTo(NIGHT.plusSeconds(60));
  }

  @Test
  void anOpenIncidentKeepsTheLadderItOpenedUnder() {
    assertThat(minutes("devops-lead")).containsExactly(5L);
    assertThat(incident().policy()).isEqualTo(BEFORE.hash());
  }

  @Test
  void untilItIsToldOtherwise() {
    assertThat(follow()).isEqualTo(new IncidentChange.PolicyFollowed(BEFORE.hash(), MENDED.hash()));

    assertThat(incident().policy()).isEqualTo(MENDED.hash());
    assertThat(minutes("devops-lead")).containsExactly(12L);
  }

  @Test
  void toldTwiceIsRefused() {
    follow();

    assertThat(follow()).isEqualTo(new IncidentChange.CommandRefused("policy"));
  }

  private IncidentChange follow() {
    return team.command(incident().id(), "on-call", new CommandAction.FollowPolicy()).change();
  }

  private Incident incident() {
    return team.incidents().iterator().next();
  }

  private List<Long> minutes(String role) {
    team.advanceTo(NIGHT.plus(Duration.ofMinutes(14)));
    return team.sent().stream()
        .filter(sent -> sent.notification().act() == Notification.Act.PAGE)
        .filter(sent -> sent.notification().recipient().equals(role))
        .map(sent -> Duration.between(NIGHT, sent.at()).toMinutes())
        .toList();
  }

  private static Policies policies(String second) {
    try {
      Map<String, String> files =
          new HashMap<>(PolicyFiles.read(Path.of("../deploy/policies")).files());
      files.computeIfPresent(
          "digital-prescriptions/policy.yaml",
          (name, text) -> text.replaceFirst("wait: 3m", second));
      return PolicyLoader.load(new PolicyBundle(files));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
