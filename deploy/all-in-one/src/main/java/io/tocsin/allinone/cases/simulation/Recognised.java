package io.tocsin.allinone.cases.simulation;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.runbook.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A runbook whose symptoms an alert shows, with the steps of its service (RUN-05.2, RUN-12). */
record Recognised(String id, String incident, List<Step> steps) {
  private static final Set<Outcome> HEARD = EnumSet.of(Outcome.OPENED, Outcome.GROUPED);

  /** Those of an alert that opened or joined an incident. */
  static List<Recognised> in(
      ClassifiedAlert alert, AlertDisposition disposition, Policies policies) {
    TeamPolicy team = policies.team(alert.team()).orElse(null);
    if (team == null || !HEARD.contains(disposition.outcome())) {
      return List.of();
    }
    CatalogService service = team.services().get(alert.service());
    Map<String, String> names = service == null ? Map.of() : service.names();
    return alert.runbooks().stream()
        .map(
            id ->
                new Recognised(
                    id, String.valueOf(disposition.incident()), team.runbooks().steps(id, names)))
        .toList();
  }

  Map<String, List<String>> fields() {
    return Map.of(
        "runbook", List.of(id), "incident", List.of(incident), "contains", List.of(said()));
  }

  String text() {
    return "%s, %d steps, %s".formatted(id, steps.size(), incident);
  }

  private String said() {
    return String.join(
        "\n",
        steps.stream()
            .flatMap(step -> Stream.of(step.step(), step.run() == null ? "" : step.run()))
            .toList());
  }
}
