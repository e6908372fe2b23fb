package io.tocsin.benchmarks.micro;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.Webhook;
import io.tocsin.alertingest.core.datadog.DatadogSource;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Escalation;
import io.tocsin.escalationengine.core.Rulebook;
import io.tocsin.escalationengine.core.Stimulus;
import io.tocsin.escalationengine.core.Surroundings;
import io.tocsin.severityclassifier.core.Classifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** The shipped policies, one alert on its way through the pure parts, and what each is given. */
final class Shipped {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  final Policies policies;
  final Rulebook rulebook;
  final DatadogSource datadog = new DatadogSource(new JacksonReader());
  final Webhook webhook;
  final Alert alert;
  final ClassifiedAlert classified;
  final Decision opened;

  Shipped() {
    policies = policies();
    rulebook = new Rulebook(policies, policies);
    webhook =
        new Webhook(
            Alerts.body(Alerts.Kind.FAILING, "checkout", "d", 1).getBytes(StandardCharsets.UTF_8),
            "application/json",
            Objects.requireNonNull(policies.integrations().get("datadog-rx")),
            NOW,
            "chance");
    alert = parsed().alerts().get(0);
    classified = Classifier.classify(alert, 0, null, NOW, policies).alert();
    opened =
        Escalation.decide(
            null, new Stimulus.AlertArrived(classified), Surroundings.NOTHING, NOW, rulebook);
  }

  ParseResult parsed() {
    try {
      return datadog.parse(webhook);
    } catch (Unreadable e) {
      throw new IllegalStateException("the benchmark's own body must be readable", e);
    }
  }

  private static Policies policies() {
    try {
      Path home = Path.of(System.getProperty("tocsin.home", ""));
      return PolicyLoader.load(PolicyFiles.read(home.resolve("deploy/policies")));
    } catch (PolicyRejected e) {
      throw new IllegalStateException("the shipped policies must load", e);
    }
  }
}
