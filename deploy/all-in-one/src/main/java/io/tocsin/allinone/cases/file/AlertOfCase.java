package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.file.OfStep.OfAlert;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Binder;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Kind;
import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A file that holds one alert as a case writes it. */
final class AlertOfCase {
  private final String name;
  private final byte[] body;
  private final Policies policies;
  private final Problems problems;

  AlertOfCase(String name, byte[] body, Policies policies, Problems problems) {
    this.name = name;
    this.body = body;
    this.policies = policies;
    this.problems = problems;
  }

  /** None, and reported, where it or what the options say of it is not in order. */
  List<Alert> read(Instant at, Optional<String> source, Optional<String> integration) {
    String text = new String(body, StandardCharsets.UTF_8);
    YamlValue root =
        new YamlFiles(Map.of(name, text), problems)
            .open(name, "an alert as a case writes it")
            .orElse(null);
    if (root == null) {
      return List.of();
    }
    Places places = new Places();
    OfAlert alert = new Binder(places).bind(root.below("alert"), OfAlert.class);
    new NamesCheck(new Vocabulary(policies, List.of()), places).check(alert);
    if (!options(alert, source, integration)) {
      return List.of();
    }
    Optional<TeamPolicy> team = team(alert, integration);
    if (team.isEmpty()) {
      places.report(
          new Flaw(
              alert,
              "integration",
              "no catalog knows the service, so it must be said who sends this",
              "add 'integration': " + Kind.oneOf(new TreeSet<>(policies.integrations().keySet()))));
    }
    return team
        .flatMap(it -> new AlertReader(frame(it, places, at, integration)).alert(alert, at))
        .stream()
        .toList();
  }

  /** What the options say of the sender must be so, and the file must not say otherwise. */
  private boolean options(OfAlert alert, Optional<String> source, Optional<String> integration) {
    Set<String> known = new TreeSet<>(policies.integrations().keySet());
    if (source.isPresent()) {
      problem(
          "--source is for a body as its tool sends it",
          "say --integration, or write 'source' into the file");
    } else if (integration.isPresent() && !known.contains(integration.get())) {
      problem(
          "--integration '%s' is no integration of the policy".formatted(integration.get()),
          Nearest.remedy(integration.get(), known));
    } else if (integration.isPresent()
        && alert.integration() != null
        && !alert.integration().equals(integration.get())) {
      problem(
          "the file says 'integration: %s', and --integration '%s'"
              .formatted(alert.integration(), integration.get()),
          "leave one out");
    } else {
      return true;
    }
    return false;
  }

  private Frame frame(TeamPolicy team, Places places, Instant at, Optional<String> integration) {
    TeamTime time = new TeamTime(team.businessHours().zone());
    return new Frame(policies, team, places, time, at, false, integration.orElse(null));
  }

  /** The service's owner, else the integration's team. */
  private Optional<TeamPolicy> team(OfAlert alert, Optional<String> integration) {
    return Optional.ofNullable(alert.service())
        .flatMap(policies::ownerOf)
        .or(
            () ->
                integration
                    .or(() -> Optional.ofNullable(alert.integration()))
                    .map(policies.integrations()::get)
                    .flatMap(sender -> policies.team(sender.team())));
  }

  private void problem(String message, String remedy) {
    problems.add(Problem.of(name, message, remedy));
  }
}
