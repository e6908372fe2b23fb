package io.tocsin.severityclassifier;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import io.tocsin.contracts.policy.conduct.PublicPage;
import io.tocsin.contracts.policy.severity.AlertReading;
import io.tocsin.contracts.policy.severity.Condition;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two teams, two integrations, and the runbook's examples as rules of the first team. */
public final class ExamplePolicies {
  public static final TeamCode RX = new TeamCode("RX");
  public static final TeamCode HP = new TeamCode("HP");
  public static final TeamCode CATCH_ALL = new TeamCode("ZZ");

  private ExamplePolicies() {}

  public static Policies shipped() {
    return of("hash-1", runbookRules());
  }

  /** The same two teams, with other rules of {@code RX}. */
  public static Policies of(String hash, List<SeverityRule> rules) {
    return with(
        hash,
        team(RX, rules, "prescription-api", "patient-portal", "pharmacy-portal"),
        team(HP, List.of(), "health-api"));
  }

  /** After a reload: {@code HP} owns the prescription API now. */
  public static Policies afterHandOver() {
    return with(
        "hash-2",
        team(RX, runbookRules(), "patient-portal", "pharmacy-portal"),
        team(HP, List.of(), "health-api", "prescription-api"));
  }

  public static Policies with(String hash, TeamPolicy... teams) {
    return new Policies(
        hash,
        Arrays.stream(teams).collect(Collectors.toMap(TeamPolicy::code, team -> team)),
        Stream.of(
                integration("datadog-rx", RX, Severity.P2),
                integration("datadog-hp", HP, Severity.P3))
            .collect(Collectors.toMap(Integration::name, it -> it)),
        new CatchAll(CATCH_ALL, "catch-all", Map.of(), List.of()),
        new Installation(Installation.PAGERDUTY_LIMIT));
  }

  public static TeamPolicy team(TeamCode code, List<SeverityRule> rules, String... services) {
    return team(code, rules, Playbook.PLAIN, services);
  }

  public static TeamPolicy team(
      TeamCode code, List<SeverityRule> rules, Playbook playbook, String... services) {
    return new TeamPolicy(
        code,
        "Team " + code,
        code.value().toLowerCase(),
        null,
        Map.of(),
        Arrays.stream(services)
            .collect(
                Collectors.toMap(name -> name, name -> CatalogService.named(name, name, true))),
        Map.of(),
        new SeverityPolicy(Map.of(), rules),
        List.of("host"),
        new TeamPolicy.Timing(Duration.ofMinutes(30), Duration.ofMinutes(5)),
        PublicPage.showing(List.of()),
        playbook);
  }

  /** RUN-02.1b, as the first rules of digital prescriptions say it. */
  public static List<SeverityRule> runbookRules() {
    return List.of(
        rule(
            "all-portals-down",
            Severity.P1,
            when("all portals", alert -> "all".equals(alert.labels().get("portals"))),
            "unavailable"),
        rule(
            "database-breach",
            Severity.P1,
            when("breach", alert -> "breach".equals(alert.labels().get("security"))),
            "security"),
        rule("api-error-rate", Severity.P2, when("error rate", ExamplePolicies::manyErrors)),
        rule(
            "portal-feature-broken",
            Severity.P3,
            when("feature", alert -> alert.labels().containsKey("feature"))),
        rule(
            "cosmetic",
            Severity.P4,
            when("cosmetic", alert -> "cosmetic".equals(alert.labels().get("kind")))),
        rule("deployment", null, when("deployment", alert -> alert.title().contains("Deployed"))));
  }

  public static SeverityRule rule(
      String id, @Nullable Severity level, @Nullable Condition condition, String... facts) {
    return new SeverityRule(
        id, Set.of(), Set.of(), Set.of(), condition, level, null, Set.of(facts), "because " + id);
  }

  public static Condition when(String text, Predicate<Alert> holds) {
    return new Condition() {
      @Override
      public boolean holds(AlertReading reading) {
        return holds.test(reading.alert());
      }

      @Override
      public List<Compared> compared(AlertReading reading) {
        return List.of(new Compared(text, null, null, holds(reading)));
      }

      @Override
      public String text() {
        return text;
      }
    };
  }

  /** A condition that cannot be evaluated, as a missing label makes it. */
  public static Condition broken() {
    return new Condition() {
      @Override
      public boolean holds(AlertReading reading) throws ConditionFailed {
        throw new ConditionFailed("no such label: rate", new IllegalStateException());
      }

      @Override
      public List<Compared> compared(AlertReading reading) {
        return List.of();
      }

      @Override
      public String text() {
        return "double(labels.rate) > 1.0";
      }
    };
  }

  private static boolean manyErrors(Alert alert) {
    return Double.parseDouble(alert.labels().getOrDefault("error_rate", "0")) >= 25;
  }

  private static Integration integration(String name, TeamCode team, Severity alarm) {
    return new Integration(
        name, "datadog", "${KEY}", team, null, alarm, Severity.P3, Sensitivity.NONE);
  }
}
