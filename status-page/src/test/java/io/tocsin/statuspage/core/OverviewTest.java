package io.tocsin.statuspage.core;

import static io.tocsin.statuspage.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import io.tocsin.statuspage.Given;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {
  private static final Instant NOW = TEN.plusSeconds(600);

  private final Components components = Components.of(Given.policies());

  @ParameterizedTest
  @CsvSource({
    "P1, IDENTIFIED,    MAJOR_OUTAGE,         CRITICAL, Major Service Outage",
    "P1, INVESTIGATING, MAJOR_OUTAGE,         CRITICAL, Major Service Outage",
    "P1, ROOT_CAUSE_IDENTIFIED, MAJOR_OUTAGE, CRITICAL, Major Service Outage",
    "P1, IMPLEMENTING_FIX, MAJOR_OUTAGE,      CRITICAL, Major Service Outage",
    "P1, MONITORING,    DEGRADED_PERFORMANCE, MINOR,    Partially Degraded Service",
    "P1, RESOLVED,      OPERATIONAL,          NONE,     All Systems Operational",
    "P2, INVESTIGATING, PARTIAL_OUTAGE,       MAJOR,    Partial System Outage",
    "P2, MONITORING,    DEGRADED_PERFORMANCE, MINOR,    Partially Degraded Service",
    "P3, INVESTIGATING, DEGRADED_PERFORMANCE, MINOR,    Partially Degraded Service",
    "P3, MONITORING,    DEGRADED_PERFORMANCE, MINOR,    Partially Degraded Service",
    "P4, INVESTIGATING, OPERATIONAL,          NONE,     All Systems Operational",
  })
  void anIncidentWeighsOnItsComponentAndThePage(
      Severity severity, Phase phase, ComponentStatus status, Impact indicator, String headline) {
    Overview overview = overview(incident(1, "prescription-api", severity, phase));

    assertThat(status(overview, "prescription-api")).isEqualTo(status);
    assertThat(status(overview, "patient-portal")).isEqualTo(ComponentStatus.OPERATIONAL);
    assertThat(overview.indicator()).isEqualTo(indicator);
    assertThat(overview.headline()).isEqualTo(headline);
  }

  @Test
  void theWorstOfSeveralIncidentsCounts() {
    Overview overview =
        overview(
            incident(1, "prescription-api", Severity.P2, Phase.INVESTIGATING),
            incident(2, "prescription-api", Severity.P1, Phase.INVESTIGATING),
            incident(3, "patient-portal", Severity.P3, Phase.INVESTIGATING));

    assertThat(status(overview, "prescription-api")).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
    assertThat(overview.indicator()).isEqualTo(Impact.CRITICAL);
  }

  @Test
  void aServiceThatIsNoLongerPublicTakesItsIncidentsWithIt() {
    Overview overview = overview(incident(1, "withdrawn", Severity.P1, Phase.INVESTIGATING));

    assertThat(overview.unresolved()).isEmpty();
    assertThat(overview.indicator()).isEqualTo(Impact.NONE);
  }

  @Test
  void onlyPublicServicesAreComponentsInTheOrderOfTheirTitles() {
    assertThat(components.all())
        .containsExactly(
            new Component("patient-portal", "Patient portal", 1),
            new Component("prescription-api", "Prescription API", 2));
  }

  @Test
  void beforeAnythingIsKnownItClaimsNothing() {
    Overview overview =
        new Overviews().at(PublicState.begunAt(TEN), new Freshness(null), components, NOW);

    assertThat(overview.headline()).isEqualTo("Status Not Known Yet");
  }

  private Overview overview(PublicIncident... incidents) {
    return new Overviews()
        .at(new PublicState(TEN, TEN, List.of(incidents)), new Freshness(NOW), components, NOW);
  }

  private static PublicIncident incident(
      long number, String service, Severity severity, Phase phase) {
    return new PublicIncident(
        IncidentId.parse("RX-" + number), service, severity, List.of(new PhaseChange(phase, TEN)));
  }

  private static ComponentStatus status(Overview overview, String service) {
    return overview.components().stream()
        .filter(now -> now.component().service().equals(service))
        .map(ComponentNow::status)
        .findFirst()
        .orElseThrow();
  }
}
