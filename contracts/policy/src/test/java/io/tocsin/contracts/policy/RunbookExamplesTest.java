package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.severity.AlertReading;
import io.tocsin.contracts.policy.severity.Condition;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
          prescription-api | API errors affecting 25%+ of requests                 | P2 | error-rate
          prescription-api | [P2] API error rate is 31 % (threshold 25 %)          | P2 | error-rate
          prescription-api | High error rate over the last 5m: 26.4%               | P2 | error-rate
          prescription-api | 40% of API requests are failing                       | P2 | error-rate
          prescription-api | High error rate on the prescription API               | P2 | error-rate
          patient-portal   | Refill feature of the patient portal not working      | P3 | portal-feature
          pharmacy-portal  | Print feature unavailable                             | P3 | portal-feature
          patient-portal   | Cosmetic: the logo is cut off                         | P4 | cosmetic
          pharmacy-portal  | Non-critical bug in the footer                        | P4 | cosmetic
          """)
  void anExampleComesOutAsTheRunbookSays(String service, String title, Severity level, String rule)
      throws Exception {
    assertThat(decide("RX", service, Alerts.titled(title)))
        .hasValueSatisfying(
            decided -> {
              assertThat(decided.rule().id()).isEqualTo(rule);
              assertThat(decided.level()).isEqualTo(level);
              assertThat(decided.rule().because()).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{1} on {0} is left to the integration")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prescription-api | API error rate is 24.9 % (threshold 25 %)
          prescription-api | API error rate is 0.31 %
          prescription-api | CPU usage at 90%
          prescription-api | 40% of requests are served from the cache
          prescription-api | p95 latency above 2 s: scaling down is paused
          patient-portal   | SLA threshold breached: response time
          """)
  void whatNoRuleNamesIsLeftToTheIntegration(String service, String title) throws Exception {
    assertThat(decide("RX", service, Alerts.titled(title)).map(Decided::rule)).isEmpty();
  }

  @ParameterizedTest(name = "error_rate:{0} -> {1}")
  @CsvSource({"25, true", "31.5 %, true", "24.99, false", "100%, true", "n/a, false", "'', false"})
  void anErrorRateTagCountsFromAQuarterOfTheRequests(String value, boolean matches)
      throws Exception {
    Alert alert = Alerts.of("Error monitor", "", Map.of("error_rate", value));
    assertThat(decide("RX", "prescription-api", alert).map(decided -> decided.rule().id()))
        .isEqualTo(matches ? Optional.of("error-rate") : Optional.empty());
  }

  @Test
  void aWarningOfAnErrorRateWithoutAFigureStaysAWarning() throws Exception {
    assertThat(decide("RX", "prescription-api", warned("High error rate"))).isEmpty();
    assertThat(decide("RX", "prescription-api", warned("High error rate: 41 %"))).isPresent();
  }

  @Test
  @Tag("RUN-02.1c")
  void aPortalThatIsDownSaysUnavailableForTheParentOverAllPortals() throws Exception {
    assertThat(
            decide("RX", "patient-portal", Alerts.titled("Portal is down"))
                .orElseThrow()
                .rule()
                .facts())
        .containsExactly("unavailable");
    assertThat(
            decide("RX", "patient-portal", Alerts.titled("Search feature is down"))
                .orElseThrow()
                .rule()
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
          HP | health-api        | Unauthorized access to the API         | P1 | security-breach
          HP | health-portal     | Typo on the landing page               | P4 | minor
          MS | supply-reordering | Supply reordering unavailable          | P1 | unavailable
          MS | supply-reordering | API failure: orders answer HTTP 502    | P2 | api-failure
          MS | supply-reordering | Frontend error count above threshold   | P3 | frontend-error
          MS | supply-reordering | p95 latency above 3 s                  | P3 | performance
          MS | sign-in           | Sign-in is down                        |    | related-platform
          """)
  void theOtherTeamsRulesFollowTheirRunbooks(
      String team, String service, String title, Severity level, String rule) throws Exception {
    Decided decided = decide(team, service, Alerts.titled(title)).orElseThrow();
    assertThat(decided.rule().id()).isEqualTo(rule);
    assertThat(decided.level()).isEqualTo(level);
  }

  /** The rule that decided; its level is null when it says that this is no alarm. */
  private record Decided(SeverityRule rule, @Nullable Severity level) {}

  /** Every condition is asked, so that none of them fails on any example. */
  private static Optional<Decided> decide(String team, String service, Alert alert)
      throws Exception {
    SeverityPolicy rules = Shipped.POLICIES.team(new TeamCode(team)).orElseThrow().severity();
    AlertReading reading = rules.read(alert, service);
    Optional<Decided> first = Optional.empty();
    for (SeverityRule rule : rules.rules()) {
      Optional<Decided> decided = ask(rule, reading);
      if (first.isEmpty() && rule.selects(service, alert.source(), alert.environment())) {
        first = decided;
      }
    }
    return first;
  }

  private static Optional<Decided> ask(SeverityRule rule, AlertReading reading) throws Exception {
    Condition condition = rule.condition();
    try {
      return condition == null || condition.holds(reading)
          ? Optional.of(new Decided(rule, rule.level()))
          : Optional.empty();
    } catch (Condition.FactMissing missing) {
      return Optional.ofNullable(rule.withoutFacts())
          .map(instead -> new Decided(rule, instead.severity()));
    }
  }

  private static Alert warned(String title) {
    Alert alert = Alerts.titled(title);
    return new Alert(
        alert.id(),
        alert.key(),
        alert.integration(),
        alert.source(),
        Signal.WARNED,
        "Warn",
        alert.title(),
        alert.description(),
        alert.service(),
        alert.environment(),
        alert.level(),
        alert.labels(),
        alert.links(),
        alert.occurredAt(),
        alert.receivedAt(),
        alert.timed());
  }
}
