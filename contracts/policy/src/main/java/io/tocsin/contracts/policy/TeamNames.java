package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Given;
import io.tocsin.contracts.policy.yaml.Places;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names that a team's files give for others of its files to use. */
record TeamNames(
    Given roles, Given audiences, Given services, Given groups, Given fillIns, Given facts) {

  static TeamNames of(TeamFiles team, Places places) {
    String services = team.folder() + "/services.yaml";
    boolean catalog = !places.isBroken(team.services(), "services");
    return new TeamNames(
        new Given(
            team.contacts().contacts().keySet(),
            team.folder() + "/contacts.yaml",
            !places.isBroken(team.contacts(), "contacts")),
        new Given(
            sorted(team.policy().audiences().keySet().stream()),
            team.folder() + "/policy.yaml",
            !places.isBroken(team.policy(), "audiences")),
        new Given(sorted(team.services().services().keySet().stream()), services, catalog),
        new Given(
            sorted(all(team).flatMap(service -> service.groups().stream())), services, catalog),
        new Given(
            sorted(all(team).flatMap(service -> service.names().keySet().stream())),
            "'names' of the services",
            catalog),
        new Given(
            sorted(team.severity().facts().keySet().stream()),
            team.folder() + "/severity.yaml",
            !places.isBroken(team.severity(), "facts")));
  }

  private static Stream<CatalogService> all(TeamFiles team) {
    return team.services().services().values().stream();
  }

  private static Collection<String> sorted(Stream<String> names) {
    return new TreeSet<>(names.toList());
  }
}
