package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.severity.AlertReading;
import io.tocsin.contracts.policy.severity.Condition;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the runbooks, judged by the shipped rules: the first that matches decides. */
@Tag("RUN-02.1a")
@Tag("RUN-02.1b")
class RunbookExamplesTest {

  @ParameterizedTest(name = "{1} on {0} -> {2} by {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          patient-portal   | All portals are down                                  | P1 | all-portals-down
          unknown          | No portal reachable since 10:05                       | P1 | all-portals-down
          prescription-db  | Possible database breach: dump by unknown host        | P1 | security-breach
          prescription-db  | Unauthorized access to patient records                | P1 | security-breach
          prescription-api | [Triggered] prescription-api is down                  | P1 | core-unavailable
          prescription-db  | Database unavailable                                  | P1 | core-unavailable
          prescription-api | Health check failing on prescription-api              | P1 | core-unavailable
          patient-portal   | [Triggered on {env:production}] Portal is down        | P2 | portal-unavailable
          pharmacy-portal  | Pharmacy portal unreachable                           | P2 | portal-unavailable
          prescription-api | API errors affecting 25%+ of requests                 | P2 | error-rate-text
          prescription-api | [P2] API error rate is 31 % (threshold 25 %)          | P2 | error-rate-text
          prescription-api | High error rate over the last 5m: 26.4%               | P2 | error-rate-text
          prescription-api | 40% of API requests are failing                       | P2 | error-rate-text
          patient-portal   | Refill feature of the patient portal not working      | P3 | portal-feature
          pharmacy-portal  | Print feature unavailable                             | P3 | portal-feature
          patient-portal   | Cosmetic: the logo is cut off                         | P4 | cosmetic
          pharmacy-portal  | Non-critical bug in the footer                        | P4 | cosmetic
          """)
  void anExampleComesOutAsTheRunbookSays(String service, String title, Severity level, String rule)
      throws Exception {
    SeverityRule decided = decide("RX", service, Alerts.titled(title)).orElseThrow();
    assertThat(decided.id()).isEqualTo(rule);
    assertThat(decided.level()).isEqualTo(level);
    assertThat(decided.because()).isNotBlank();
  }

  @ParameterizedTest(name = "{1} on {0} is left to the integration")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prescription-api | API error rate is 24.9 % (threshold 25 %)
          prescription-api | API error rate is 0.31 %
          prescription-api | CPU usage at 90%
          prescription-api | p95 latency above 2 s: scaling down is paused
          patient-portal   | SLA threshold breached: response time
          """)
  void whatNoRuleNamesIsLeftToTheIntegration(String service, String title) throws Exception {
    assertThat(decide("RX", service, Alerts.titled(title)).map(SeverityRule::id)).isEmpty();
  }

  @ParameterizedTest(name = "error_rate:{0} -> {1}")
  @CsvSource({"25, true", "31.5 %, true", "24.99, false", "100%, true", "n/a, false", "'', false"})
  void anErrorRateTagCountsFromAQuarterOfTheRequests(String value, boolean matches)
      throws Exception {
    Alert alert = Alerts.of("Error monitor", "", Map.of("error_rate", value));
    assertThat(decide("RX", "prescription-api", alert).map(SeverityRule::id))
        .isEqualTo(matches ? Optional.of("error-rate-label") : Optional.empty());
  }

  @Test
  @Tag("RUN-02.1c")
  void aPortalThatIsDownSaysUnavailableForTheParentOverAllPortals() throws Exception {
    assertThat(
            decide("RX", "patient-portal", Alerts.titled("Portal is down")).orElseThrow().facts())
        .containsExactly("unavailable");
    assertThat(
            decide("RX", "patient-portal", Alerts.titled("Search feature is down"))
                .orElseThrow()
                .facts())
        .doesNotContain("unavailable");
  }

  @Test
  void adviceInADescriptionIsNoOutage() throws Exception {
    Alert alert = Alerts.of("High latency", "In an outage, see the runbook.", Map.of());
    assertThat(decide("RX", "prescription-api", alert)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2} on {1} -> {3} by {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HP | health-portal     | Health portal is down                  | P1 | unavailable
          HP | health-api        | Veteran data possibly compromised      | P1 | data-compromised
          HP | health-portal     | Typo on the landing page               | P4 | minor
          MS | supply-reordering | Supply reordering unavailable          | P1 | unavailable
          MS | supply-reordering | API failure: orders answer HTTP 502    | P2 | api-failure
          MS | supply-reordering | Frontend error count above threshold   | P3 | frontend-error
          MS | supply-reordering | p95 latency above 3 s                  | P3 | performance
          """)
  void theOtherTeamsRulesFollowTheirRunbooks(
      String team, String service, String title, Severity level, String rule) throws Exception {
    SeverityRule decided = decide(team, service, Alerts.titled(title)).orElseThrow();
    assertThat(decided.id()).isEqualTo(rule);
    assertThat(decided.level()).isEqualTo(level);
  }

  /** Every condition is asked, so that none of them fails on any example. */
  private static Optional<SeverityRule> decide(String team, String service, Alert alert)
      throws Exception {
    SeverityPolicy rules = Shipped.POLICIES.team(new TeamCode(team)).orElseThrow().severity();
    AlertReading reading = rules.read(alert, service);
    Optional<SeverityRule> first = Optional.empty();
    for (SeverityRule rule : rules.rules()) {
      Condition condition = rule.condition();
      boolean holds = condition == null || holds(condition, reading);
      if (first.isEmpty() && holds && rule.selects(service, alert.source(), alert.environment())) {
        first = Optional.of(rule);
      }
    }
    return first;
  }

  private static boolean holds(Condition condition, AlertReading reading) throws Exception {
    try {
      return condition.holds(reading);
    } catch (Condition.FactMissing missing) {
      return false;
    }
  }
}
