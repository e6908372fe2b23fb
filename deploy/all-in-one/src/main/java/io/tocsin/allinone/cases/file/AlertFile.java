package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Kind;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A file that holds an alert: a webhook's body as its tool sends it, or an alert of a case. */
public final class AlertFile {
  private final String name;
  private final byte[] body;
  private final Policies policies;
  private final Webhooks webhooks;
  private final Problems problems = new Problems();

  /**
   * @param name what ends in {@code .yaml} is an alert of a case
   */
  public AlertFile(String name, byte[] body, Policies policies) {
    this.name = name;
    this.body = body;
    this.policies = policies;
    this.webhooks = new Webhooks(policies);
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
    List<Alert> alerts =
        yaml
            ? new AlertOfCase(name, body, policies, problems).read(at, source, integration)
            : bodies(at, source, integration);
    if (!problems.none()) {
      throw new PolicyRejected(problems.inOrder());
    }
    return alerts;
  }

  private List<Alert> bodies(Instant at, Optional<String> source, Optional<String> integration) {
    try {
      Optional<String> guessed = integration.isPresent() ? source : Shapes.guess(body);
      return ofWebhook(at, source.or(() -> guessed), integration);
    } catch (Unreadable e) {
      problem(String.valueOf(e.getMessage()), "give the body as its tool sends it");
      return List.of();
    }
  }

  private List<Alert> ofWebhook(Instant at, Optional<String> format, Optional<String> integration) {
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
        ? Kind.oneOf(
            policies.integrations().values().stream()
                .map(it -> it.source() + " (" + it.name() + ")")
                .sorted()
                .toList())
        : Kind.oneOf(some.stream().map(Integration::name).toList());
  }

  private void problem(String message, String remedy) {
    problems.add(Problem.of(name, message, remedy));
  }
}
