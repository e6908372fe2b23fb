package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A file that holds an alert: a webhook's body as its tool sends it, or an alert of a case. */
public final class AlertFile {
  private final String name;
  private final byte[] body;
  private final Policies policies;
  private final Webhooks webhooks = new Webhooks();
  private final Problems problems = new Problems();

  /**
   * @param name what ends in {@code .yaml} is an alert of a case
   */
  public AlertFile(String name, byte[] body, Policies policies) {
    this.name = name;
    this.body = body;
    this.policies = policies;
  }

  /**
   * The alerts in it, as they come at {@code at}; refused with every problem at once.
   *
   * @param source the format; empty: by its shape
   * @param integration who sends it; empty: the one of the team that owns the service
   */
  public List<Alert> read(Instant at, Optional<String> source, Optional<String> integration)
      throws PolicyRejected {
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    List<Alert> alerts = yaml ? ofCase(at) : ofWebhook(at, source, integration);
    if (!problems.none()) {
      throw new PolicyRejected(problems.inOrder());
    }
    return alerts;
  }

  private List<Alert> ofCase(Instant at) {
    Optional<Fields> alert =
        YamlFile.read(name, new String(body, StandardCharsets.UTF_8), problems)
            .flatMap(Value::fields)
            .flatMap(
                whole ->
                    whole.has("alert")
                        ? whole.find("alert").flatMap(Value::fields)
                        : Optional.of(whole));
    return alert
        .flatMap(
            fields ->
                team(fields).flatMap(team -> new AlertReader(frame(team, at)).alert(fields, at)))
        .map(List::of)
        .orElse(List.of());
  }

  private Frame frame(TeamPolicy team, Instant at) {
    TeamTime time = new TeamTime(team.businessHours().zone());
    return new Frame(policies, team, new Vocabulary(policies), time, at, false, null);
  }

  /** The service's owner, else the integration's team. */
  private Optional<TeamPolicy> team(Fields fields) {
    Optional<TeamPolicy> team =
        policies
            .ownerOf(fields.text("service"))
            .or(
                () ->
                    Optional.ofNullable(policies.integrations().get(fields.text("integration")))
                        .flatMap(sender -> policies.team(sender.team())));
    if (team.isEmpty()) {
      fields
          .self()
          .reject(
              "integration",
              "no catalog knows the service, so it must be said who sends this",
              "add 'integration': " + Names.oneOf(new TreeMap<>(policies.integrations()).keySet()));
    }
    return team;
  }

  private List<Alert> ofWebhook(Instant at, Optional<String> source, Optional<String> integration) {
    Optional<String> format =
        integration.isPresent() ? source : source.or(() -> Shapes.guess(body));
    if (format.isEmpty() && integration.isEmpty()) {
      problem("its shape says not which tool sends it", "add --source: " + senders(List.of()));
      return List.of();
    }
    List<Integration> possible =
        new TreeMap<>(policies.integrations())
            .values().stream()
                .filter(it -> format.isEmpty() || it.source().equals(format.get()))
                .filter(it -> integration.isEmpty() || it.name().equals(integration.get()))
                .toList();
    if (possible.isEmpty()) {
      String what = integration.or(() -> format).orElse("");
      problem(
          "no integration of the policy is or sends " + what, "there are " + senders(List.of()));
      return List.of();
    }
    List<Alert> alerts = parse(possible.get(0), at);
    if (possible.size() == 1 || alerts.isEmpty()) {
      return alerts;
    }
    Optional<Integration> owners =
        Optional.ofNullable(alerts.get(0).service())
            .flatMap(policies::ownerOf)
            .flatMap(
                team -> possible.stream().filter(it -> it.team().equals(team.code())).findFirst());
    if (owners.isEmpty()) {
      problem(
          "no catalog knows its service, so it must be said who sends it",
          "add --integration: " + senders(possible));
    }
    return owners.map(sender -> parse(sender, at)).orElse(List.of());
  }

  private List<Alert> parse(Integration sender, Instant at) {
    try {
      ParseResult result = webhooks.read(body, sender, at, name);
      result.unusable().forEach(part -> problem(part.reason(), "mend this part of the body"));
      return result.alerts();
    } catch (Unreadable e) {
      problem(String.valueOf(e.getMessage()), "give the body as its tool sends it");
      return List.of();
    }
  }

  private String senders(List<Integration> some) {
    return some.isEmpty()
        ? Names.oneOf(
            policies.integrations().values().stream()
                .map(it -> it.source() + " (" + it.name() + ")")
                .sorted()
                .toList())
        : Names.oneOf(some.stream().map(Integration::name).toList());
  }

  private void problem(String message, String remedy) {
    problems.add(new Problem(name, 1, 1, name, message, remedy));
  }
}
