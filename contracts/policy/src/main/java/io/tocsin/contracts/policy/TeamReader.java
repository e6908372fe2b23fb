package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the folder of one team. */
final class TeamReader {
  private static final Duration LEAST_WATCH = Duration.ofMinutes(30);
  private static final Duration HOLD_DOWN = Duration.ofMinutes(5);
  private static final TeamCode UNSAID = new TeamCode("UNSAID");
  private final BundleFiles files;
  private final Claims codes;
  private final CatalogReader catalogs;

  TeamReader(BundleFiles files, Claims codes, Claims services) {
    this.files = files;
    this.codes = codes;
    this.catalogs = new CatalogReader(services);
  }

  /** The team of {@code folder}; empty when its {@code policy.yaml} gives no code. */
  Optional<TeamPolicy> read(String folder) {
    Map<String, CatalogService> services =
        files.open(folder + "/services.yaml", "the catalog").map(catalogs::read).orElse(Map.of());
    Map<String, Contact> contacts =
        files
            .open(folder + "/contacts.yaml", "the roles and how they are reached")
            .flatMap(
                file -> file.allow("contacts").need("contacts", "list the team's roles below it"))
            .flatMap(YamlValue::section)
            .map(ContactsReader::read)
            .orElse(Map.of());
    List<SeverityRule> rules =
        files
            .open(folder + "/severity.yaml", "the severity rules")
            .map(new RulesReader(services.keySet())::read)
            .orElse(List.of());
    return files
        .open(folder + "/policy.yaml", "the levels and ladders")
        .flatMap(file -> new Parts(services, contacts, rules).team(folder, file, codes));
  }

  private record Parts(
      Map<String, CatalogService> services,
      Map<String, Contact> contacts,
      List<SeverityRule> rules) {

    Optional<TeamPolicy> team(String folder, Section file, Claims codes) {
      file.allow(
          "code", "name", "business-hours", "levels", "grouping-labels", "timing", "status-page");
      Optional<YamlValue> place = file.need("code", Kind.CODE.remedy());
      Optional<TeamCode> code = place.flatMap(value -> value.as(Kind.CODE));
      code.ifPresent(known -> place.ifPresent(value -> codes.take(known.value(), value)));
      TeamPolicy team = team(folder, file, code.orElse(UNSAID));
      return code.map(known -> team);
    }

    private TeamPolicy team(String folder, Section file, TeamCode code) {
      return new TeamPolicy(
          code,
          file.need("name", Kind.TEXT, folder),
          folder,
          HoursReader.read(file),
          file.need("levels", "give P1, P2, P3 and P4 below it")
              .flatMap(YamlValue::section)
              .map(new LevelsReader(contacts)::read)
              .orElse(Map.of()),
          services,
          contacts,
          rules,
          file.plainList("grouping-labels", Kind.TEXT),
          timing(file),
          statusPage(file));
    }
  }

  private static TeamPolicy.Timing timing(Section file) {
    Optional<Section> timing = file.find("timing").flatMap(YamlValue::section);
    timing.ifPresent(section -> section.allow("watch", "hold-down"));
    Duration watch =
        timing.flatMap(section -> section.find("watch", Kind.DURATION)).orElse(LEAST_WATCH);
    if (watch.compareTo(LEAST_WATCH) < 0) {
      timing
          .flatMap(section -> section.find("watch"))
          .ifPresent(
              place -> place.reject("is too short a watch", "watch at least 30m (RUN-06.3)"));
    }
    return new TeamPolicy.Timing(
        watch,
        timing.flatMap(section -> section.find("hold-down", Kind.DURATION)).orElse(HOLD_DOWN));
  }

  private static TeamPolicy.StatusPagePolicy statusPage(Section file) {
    Optional<Section> page =
        file.need("status-page", "say which levels the public sees, as in 'levels: [P1, P2]'")
            .flatMap(YamlValue::section);
    page.ifPresent(
        section -> {
          section.allow("levels");
          section.need("levels", "write [] when the public sees none");
        });
    return new TeamPolicy.StatusPagePolicy(
        page.map(section -> section.plainList("levels", Kind.SEVERITY))
            .orElse(List.<Severity>of()));
  }
}
