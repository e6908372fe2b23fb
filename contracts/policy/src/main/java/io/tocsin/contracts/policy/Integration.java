package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sender: who may send what, with which key.
 *
 * @param name what keys and logs call it; never its secret
 * @param source the wire format ({@code datadog})
 * @param key a reference to its secret, {@code ${DATADOG_RX_KEY}}
 * @param team who owns its alerts when no catalog knows the service
 * @param environment what its alerts are when nobody says; null for production
 * @param alarmLevel the level when no rule matches
 * @param warningLevel the same for a warning
 * @param sensitivity the strictest service it may reach
 * @param topics the SNS topics that may speak for it, by ARN (RUN-03.1b); only of {@code
 *     cloudwatch}, which takes from no other
 * @param accounts what the alerts of an AWS account are when no tag says, by its number (MED-env)
 */
@Says("a sender of alerts")
public record Integration(
    @Key String name,
    @Says("the wire format") @As(Form.SOURCE) String source,
    @Says("the reference to its secret") @As(Form.SECRET) String key,
    @Says("the team that owns its alerts when no catalog knows the service") TeamCode team,
    @Says("what its alerts are when nobody says; production when left out")
        @Nullable String environment,
    @Says("the level when no rule matches") @Default("P2") Severity alarmLevel,
    @Says("the same for a warning") @Default("P3") Severity warningLevel,
    @Says("the strictest data that it may carry") Sensitivity sensitivity,
    @Says("the SNS topics that it takes from, by ARN") @As(Form.TOPIC) Set<String> topics,
    @Says("the environment of an AWS account, by its number") Map<String, String> accounts) {

  public Integration {
    topics = Set.copyOf(topics);
    accounts = Map.copyOf(accounts);
  }

  /** A sender that proves itself by its key alone. */
  public Integration(
      String name,
      String source,
      String key,
      TeamCode team,
      @Nullable String environment,
      Severity alarmLevel,
      Severity warningLevel,
      Sensitivity sensitivity) {
    this(
        name,
        source,
        key,
        team,
        environment,
        alarmLevel,
        warningLevel,
        sensitivity,
        Set.of(),
        Map.of());
  }
}
