package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped policies read from an alert: facts, and what is known to go wrong. */
class RunbookFactsTest {

  @ParameterizedTest(name = "{0} -> {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          API error rate is 31 % (threshold 25 %)    | error-rate     | 31 percent
          High error rate over the last 5m: 26.4%    | error-rate     | 26.4 percent
          40% of API requests are failing            | error-rate     | 40 percent
          API errors affecting 25%+ of requests      | error-rate     | 25 percent
          Search fails for 120 patients              | users-affected | 120 users
          Possible database breach                   | security       | true
          Search is slow, no known workaround        | workaround     | false
          Search is slow, a workaround is available  | workaround     | true
          """)
  @Tag("RUN-02.2")
  void aTitleThatSaysAFactIsUnderstood(String title, String fact, String value) {
    assertThat(facts(Alerts.titled(title))).containsEntry(fact, value);
  }

  @Test
  @Tag("RUN-02.2")
  void aTagOfTheSenderAnswersAQuestion() {
    Map<String, String> tags =
        Map.of(
            "unavailable", "true",
            "users_affected", "1200",
            "security", "no",
            "workaround", "yes",
            "business_impact", "no prescription can be issued");
    assertThat(facts(Alerts.of("Error monitor", "", tags)))
        .isEqualTo(
            Map.of(
                "unavailable", "true",
                "users-affected", "1200 users",
                "security", "false",
                "workaround", "true",
                "business-impact", "no prescription can be issued"));
  }

  @Test
  @Tag("RUN-02.2")
  void everyTeamHasAFactForEachOfTheFiveQuestions() {
    for (TeamPolicy team : Shipped.POLICIES.teams().values()) {
      assertThat(team.severity().facts().values())
          .as(team.name())
          .extracting(FactSource::answers)
          .contains(Question.values());
    }
  }

  @ParameterizedTest(name = "{2} on {1} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RX | prescription-db   | FATAL: too many connections             | connection-pool-exhaustion
          RX | prescription-db   | Too many connections                    | database-connections
          RX | prescription-api  | Slow API responses                      | connection-pool-exhaustion
          RX | prescription-api  | API error rate is 31 %                  | high-error-rate
          RX | prescription-api  | p95 latency above 2 s                   | slow-responses
          RX | patient-portal    | Deployment failed: tasks are unhealthy  | bad-deployment
          RX | patient-portal    | Portal is down                          | service-down
          RX | prescription-api  | Memory usage at 93 %                    | memory-leak
          RX | prescription-api  | Task was restarted: out of memory       | memory-leak
          RX | patient-portal    | Traffic spike                           | ddos
          RX | prescription-api  | Sudden increase of requests             | ddos
          RX | patient-portal    | TLS certificate expires in 3 days       | certificate-expiry
          RX | patient-portal    | SSL handshake errors                    | certificate-expiry
          HP | health-api        | Veteran data possibly compromised       | data-compromised
          MS | supply-reordering | API failure: orders answer HTTP 502     | api-failure
          MS | supply-reordering | Frontend error count above threshold    | frontend-error
          MS | supply-reordering | Server load is high                     | performance
          """)
  @Tag("RUN-05.2")
  @Tag("RUN-12.1")
  @Tag("RUN-12.2")
  @Tag("RUN-12.3")
  @Tag("RUN-12.4")
  @Tag("MED-kind")
  void whatIsKnownToGoWrongIsRecognised(String team, String service, String title, String runbook) {
    TeamPolicy policy = Shipped.POLICIES.team(new TeamCode(team)).orElseThrow();
    assertThat(policy.runbooks().of(Alerts.titled(title), service)).contains(runbook);
  }

  private static Map<String, String> facts(Alert alert) {
    SeverityPolicy rules = Shipped.digitalPrescriptions().severity();
    return rules.shown(rules.read(alert, "prescription-api"));
  }
}
