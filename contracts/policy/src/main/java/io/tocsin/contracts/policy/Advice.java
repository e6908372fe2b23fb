package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.conduct.WarRoom;
import io.tocsin.contracts.policy.severity.RuleSection;
import io.tocsin.contracts.policy.severity.SeverityRule;
import io.tocsin.contracts.policy.yaml.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a policy may say and its operator probably did not mean. It refuses no policy. */
record Advice(RootFiles root, Policies policies) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  /** What is wrong beyond doubt. */
  static List<Flaw> problems(TeamFiles team) {
    List<Flaw> flaws = new ArrayList<>();
    WarRoom warRoom = team.policy().warRoom();
    if (warRoom != null) {
      Matcher placeholder = PLACEHOLDER.matcher(warRoom.channel());
      while (placeholder.find()) {
        if (!placeholder.group().equals("{date}")) {
          flaws.add(
              new Flaw(
                  warRoom,
                  "channel",
                  "nothing fills in " + placeholder.group(),
                  "write {date} for the day, as in incident-{date}"));
        }
      }
    }
    for (CatalogService service : team.services().services().values()) {
      if (service.dependsOn().contains(service.name())) {
        flaws.add(
            new Flaw(
                service,
                "dependsOn/" + service.name(),
                "a service cannot need itself",
                "take it out of its own 'depends-on'"));
      }
    }
    return flaws;
  }

  /** What may be meant. */
  List<Flaw> notes() {
    List<Flaw> notes = new ArrayList<>();
    Set<TeamCode> sending =
        policies.integrations().values().stream()
            .map(Integration::team)
            .collect(Collectors.toSet());
    for (TeamFiles team : root.teams()) {
      if (!sending.contains(team.policy().code())) {
        notes.add(
            new Flaw(
                team.policy(),
                "code",
                "no integration sends to this team",
                "it gets alerts only where another team's sender names one of its services; name"
                    + " the team in integrations.yaml if that is not meant"));
      }
      labels(team, notes);
    }
    circles(notes);
    notes.addAll(new SlackAdvice(root).notes());
    return notes;
  }

  private void labels(TeamFiles team, List<Flaw> notes) {
    Map<String, RuleSection> sections = new HashMap<>();
    team.severity().rules().forEach(rule -> sections.put(rule.id(), rule));
    TeamPolicy policy = Objects.requireNonNull(policies.teams().get(team.policy().code()));
    for (SeverityRule rule : policy.severity().rules()) {
      RuleSection section = sections.get(rule.id());
      if (rule.condition() != null && section != null) {
        for (String label : rule.condition().labelsTakenForGranted()) {
          notes.add(
              new Flaw(
                  section,
                  "condition",
                  "an alert without the label '%s' makes this fail: it becomes a P1 of unknown level"
                      .formatted(label),
                  label.matches("[a-zA-Z_]\\w*")
                      ? "ask for it first: has(labels.%s) && …".formatted(label)
                      : "ask for it first, below 'if: |': \"%s\" in labels && …".formatted(label)));
        }
      }
    }
  }

  private void circles(List<Flaw> notes) {
    Map<String, CatalogService> all = new HashMap<>();
    root.teams().forEach(team -> all.putAll(team.services().services()));
    for (CatalogService service : all.values()) {
      for (String needed : service.dependsOn()) {
        CatalogService other = all.get(needed);
        if (other != null
            && service.name().compareTo(needed) < 0
            && other.dependsOn().contains(service.name())) {
          notes.add(
              new Flaw(
                  service,
                  "dependsOn/" + needed,
                  "'%s' and this service need each other".formatted(needed),
                  "take one of the two out if only one of them is true"));
        }
      }
    }
  }
}
