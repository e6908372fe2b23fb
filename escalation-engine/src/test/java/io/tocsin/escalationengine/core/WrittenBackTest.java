package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
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

/** Datadog hears that somebody has what its monitor alerted of. */
@Tag("RUN-04.1c")
class WrittenBackTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final Instant NIGHT = Instant.parse("2026-03-02T01:00:00Z");
  private static final Policies POLICIES = ShippedPolicies.with(Map.of());

  private final TeamSimulation team = new TeamSimulation(TEAM, POLICIES, NIGHT);

  @Test
  void anAcknowledgementIsWrittenBackOnce() {
    IncidentId incident = down();
    team.advanceTo(NIGHT.plusSeconds(60));
    team.command(incident, "on-call", new CommandAction.Acknowledge());
    team.command(incident, "devops-lead", new CommandAction.Acknowledge());
    team.advanceTo(NIGHT.plusSeconds(120));

    assertThat(writtenBack())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.recipient()).isEqualTo("monitor");
              assertThat(it.act()).isEqualTo(Notification.Act.TELL);
              assertThat(it.content().kind()).isEqualTo(MessageKind.ACKNOWLEDGED);
              assertThat(it.content().said()).containsEntry("by", "on-call");
            });
  }

  @Test
  void whoeverTakesItAgainIsWrittenBackAgain() {
    IncidentId incident = down();
    team.command(incident, "on-call", new CommandAction.Acknowledge());
    team.command(incident, "on-call", new CommandAction.Unacknowledge());
    team.command(incident, "devops-lead", new CommandAction.Acknowledge());

    assertThat(writtenBack())
        .extracting(it -> it.content().said().get("by"))
        .containsExactly("on-call", "devops-lead");
  }

  @Test
  void theMonitorIsNotToldOfTheEnd() {
    IncidentId incident = down();
    team.command(incident, "on-call", new CommandAction.Acknowledge());
    team.command(incident, "on-call", new CommandAction.Resolve("rolled back", null));
    team.advanceTo(NIGHT.plusSeconds(3_600));

    assertThat(writtenBack()).hasSize(1);
  }

  @Test
  @Tag("MHV-sec")
  void nothingIsWrittenBackOfWhatIsRestricted() {
    IncidentId incident = down();
    team.command(incident, "on-call", new CommandAction.Assess(Map.of("security", "yes")));
    assertThat(team.incidents().iterator().next().restricted()).isTrue();
    team.command(incident, "on-call", new CommandAction.Acknowledge());

    assertThat(writtenBack()).isEmpty();
  }

  @Test
  void whatAPersonDeclaredHasNoMonitor() {
    team.command(
        null,
        "on-call",
        new CommandAction.Declare(
            "Checkout is slow", "prescription-api", "production", Severity.P1));
    IncidentId incident = team.incidents().iterator().next().id();
    team.command(incident, "on-call", new CommandAction.Acknowledge());

    assertThat(writtenBack()).isEmpty();
  }

  private IncidentId down() {
    team.works(Channel.DATADOG);
    team.alert(
        new Alerts(TEAM, POLICIES.hash())
            .of("prescription-api", "down", Signal.TRIGGERED, Severity.P1, NIGHT));
    team.advanceTo(NIGHT.plusSeconds(1));
    return team.incidents().iterator().next().id();
  }

  private List<Notification> writtenBack() {
    return team.sent().stream()
        .map(TeamSimulation.Sent::notification)
        .filter(it -> it.channel() == Channel.DATADOG)
        .toList();
  }
}
