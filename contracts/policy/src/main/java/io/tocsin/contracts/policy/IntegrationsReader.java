package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code integrations.yaml}: who may send what, with which key. */
final class IntegrationsReader {
  private static final TeamCode UNSAID = new TeamCode("UNSAID");
  private static final Kind<String> SENSITIVITY =
      Kind.named(
          "is no such sensitivity", List.of("none", "personal", "health"), Function.identity());
  private final Set<TeamCode> teams;

  IntegrationsReader(Set<TeamCode> teams) {
    this.teams = teams;
  }

  Map<String, Integration> read(Section file) {
    Map<String, Integration> integrations = new LinkedHashMap<>();
    file.allow("integrations")
        .need("integrations", "list the senders below it")
        .flatMap(YamlValue::section)
        .ifPresent(
            section ->
                section
                    .entries()
                    .values()
                    .forEach(
                        entry ->
                            integration(entry).ifPresent(it -> integrations.put(it.name(), it))));
    return integrations;
  }

  private Optional<Integration> integration(Section.Entry entry) {
    Optional<String> name = entry.key().as(Kind.NAME);
    Optional<Section> section = entry.value().section();
    return section.map(below -> integration(name.orElse(""), below)).filter(it -> name.isPresent());
  }

  private Integration integration(String name, Section section) {
    section.allow(
        "source", "key", "team", "environment", "alarm-level", "warning-level", "sensitivity");
    return new Integration(
        name,
        section.need("source", Sources.KIND, ""),
        section.need("key", Kind.SECRET, ""),
        section.need("team", "name the team that owns its alerts").map(this::team).orElse(UNSAID),
        section.find("environment", Kind.TEXT).orElse(null),
        section.find("alarm-level", Kind.SEVERITY).orElse(Severity.P2),
        section.find("warning-level", Kind.SEVERITY).orElse(Severity.P3),
        section.need("sensitivity", SENSITIVITY, ""));
  }

  private TeamCode team(YamlValue place) {
    Optional<TeamCode> code = place.as(Kind.CODE);
    if (code.isPresent() && !teams.isEmpty() && !teams.contains(code.get())) {
      place.reject(
          "no team has this code",
          "use " + Kind.oneOf(teams.stream().sorted().map(TeamCode::value).toList()));
    }
    return code.orElse(UNSAID);
  }
}
