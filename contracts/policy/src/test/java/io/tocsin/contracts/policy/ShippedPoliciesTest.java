package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShippedPoliciesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void allThreeRunbooksLoad() {
    assertThat(PolicyLoader.check(Shipped.ROOT, NOW)).isEmpty();
    assertThat(Shipped.POLICIES.teams().keySet())
        .extracting(TeamCode::value)
        .containsExactlyInAnyOrder("RX", "HP", "MS");
    assertThat(Shipped.POLICIES.integrations().keySet())
        .contains("datadog-rx", "datadog-hp", "datadog-ms");
  }

  /** The demo key of a source is the first sender's, by name: that must not be one of staging. */
  @Test
  @Tag("MED-env")
  void whatASenderOfStagingSaysWakesNobody() {
    List<Integration> byName =
        Shipped.POLICIES.integrations().values().stream()
            .sorted(Comparator.comparing(Integration::name))
            .toList();
    assertThat(byName.get(0).environment()).isNull();
    assertThat(byName)
        .filteredOn(sender -> sender.name().endsWith("-staging"))
        .hasSize(3)
        .allSatisfy(
            sender -> {
              assertThat(sender.environment()).isEqualTo("staging");
              assertThat(sender.alarmLevel()).isEqualTo(Severity.P4);
              assertThat(sender.warningLevel()).isEqualTo(Severity.P4);
            });
  }

  @Test
  @Tag("RUN-03.2")
  void aReportOfAUserIsP3UntilARuleSaysMore() {
    assertThat(Shipped.POLICIES.integrations().values())
        .filteredOn(sender -> sender.source().equals("report"))
        .isNotEmpty()
        .allMatch(sender -> sender.alarmLevel() == Severity.P3);
  }

  @Test
  void theServicesThatExamplesHoldOnToHaveTheirOwners() {
    assertThat(
            List.of(
                owner("prescription-api"),
                owner("patient-portal"),
                owner("pharmacy-portal"),
                owner("prescription-db"),
                owner("health-api"),
                owner("health-portal"),
                owner("supply-reordering")))
        .containsExactly("RX", "RX", "RX", "RX", "HP", "HP", "MS");
  }

  @Test
  void thePortalsAreOneGroup() {
    assertThat(Shipped.digitalPrescriptions().services().values())
        .filteredOn(service -> service.groups().contains("portals"))
        .extracting(CatalogService::name)
        .containsExactlyInAnyOrder("patient-portal", "pharmacy-portal");
  }

  @Test
  @Tag("RUN-02.1a")
  void theFourLevelsHaveTheRunbooksResponseTimes() {
    TeamPolicy team = Shipped.digitalPrescriptions();
    assertThat(List.of(Severity.values()))
        .extracting(severity -> team.level(severity).respondWithin())
        .containsExactly(
            Duration.ZERO, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));
  }

  @Test
  @Tag("RUN-08.2")
  void theLadderOfAP1IsClimbedAtItsTimes() {
    assertThat(climb(Shipped.digitalPrescriptions().level(Severity.P1)))
        .containsExactly(
            "0 on-call",
            "2 on-call",
            "5 devops-lead",
            "10 tech-lead",
            "15 product-owner",
            "28 executives",
            "30 executives");
  }

  @Test
  @Tag("RUN-08.2")
  void aFailedRuleCallsTheTechnicalTeamOnlyAndThenTheLastResort() {
    Level p1 = Shipped.digitalPrescriptions().level(Severity.P1);
    assertThat(Shipped.POLICIES.ladder(Shipped.RX, p1, true))
        .extracting(Rung::role)
        .containsExactly(
            "on-call", "on-call", "devops-lead", "tech-lead", "duty-manager", "duty-manager");
  }

  @Test
  void everyP1AndP2CanRingThroughPagerDutyAlone() {
    for (TeamPolicy team : Shipped.POLICIES.teams().values()) {
      for (Severity severity : List.of(Severity.P1, Severity.P2)) {
        assertThat(team.level(severity).ladder())
            .as("%s %s", team.code(), severity)
            .anyMatch(rung -> rung.by().contains(Channel.PAGERDUTY));
      }
    }
  }

  @Test
  void nobodyIsRungForAP3OrP4() {
    for (TeamPolicy team : Shipped.POLICIES.teams().values()) {
      for (Severity severity : List.of(Severity.P3, Severity.P4)) {
        Level level = team.level(severity);
        assertThat(level.clock()).isEqualTo(Level.Clock.BUSINESS_HOURS);
        assertThat(level.allows(Channel.PAGERDUTY)).isFalse();
        assertThat(level.allows(Channel.SLACK)).isTrue();
      }
    }
  }

  @Test
  void everySecretIsAReferenceThatCanBeListed() {
    assertThat(SecretReferences.of(Shipped.POLICIES))
        .contains("DATADOG_RX_KEY", "PAGERDUTY_RX_KEY", "PAGERDUTY_CATCH_ALL_KEY")
        .contains("PAGERDUTY_RX_STAGING_KEY", "DATADOG_MS_STAGING_KEY")
        .hasSize(21);
  }

  private static String owner(String service) {
    return Shipped.POLICIES.ownerOf(service).orElseThrow().code().value();
  }

  private static List<String> climb(Level level) {
    List<String> calls = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (Rung rung : level.ladder()) {
      calls.add(at.toMinutes() + " " + rung.role());
      at = at.plus(rung.patience());
    }
    return calls;
  }
}
