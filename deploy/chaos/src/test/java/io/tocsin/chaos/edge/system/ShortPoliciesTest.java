package io.tocsin.chaos.edge.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortPoliciesTest {
  @Test
  void minutesOfALadderBecomeSecondsAndAWatchStays() {
    assertThat(ShortPolicies.shortened("      wait: 13m\n  watch: 30m # at least\n"))
        .isEqualTo("      wait: 13s\n  watch: 30m # at least\n");
  }

  @Test
  void theShippedPoliciesStillLoadWhenTheyAreShortened(@TempDir Path folder)
      throws IOException, PolicyRejected {
    ShortPolicies.write(Path.of("..", "policies"), folder);

    Policies policies = PolicyLoader.load(PolicyFiles.read(folder));

    assertThat(policies.installation().pagerDutyEventsPerMinute()).isZero();
    assertThat(policies.contact(new TeamCode("RX"), "tech-lead").orElseThrow().methods())
        .as("who is told by text")
        .containsOnlyKeys(Channel.PHONE, Channel.PAGERDUTY);
  }
}
