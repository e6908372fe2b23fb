package io.tocsin.contracts.policy;

import java.util.List;
import java.util.function.Function;

/** The wire formats that ingest takes, as alerts, integrations and rules name them. */
final class Sources {
  static final Kind<String> KIND =
      Kind.named(
          "is no such source",
          List.of(
              "datadog",
              "cloudwatch",
              "eventbridge",
              "alertmanager",
              "grafana",
              "cloudevents",
              "generic",
              "pagerduty",
              "report",
              "heartbeat"),
          Function.identity());

  private Sources() {}
}
