package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Given;
import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What only the root as a whole shows: names taken twice, teams and services that do not exist. */
record RootChecks(RootFiles root, Places places) {

  List<Flaw> flaws() {
    List<Flaw> flaws = new ArrayList<>();
    codes(flaws);
    services(flaws);
    integrations(flaws);
    root.integrations()
        .integrations()
        .values()
        .forEach(sender -> new AwsChecks(sender, places).check(flaws));
    lastResort(flaws);
    return flaws;
  }

  private void codes(List<Flaw> flaws) {
    Map<TeamCode, Object> owners = new HashMap<>();
    List<PolicyFile> files = root.teams().stream().map(TeamFiles::policy).toList();
    for (PolicyFile file : files) {
      claim(owners, file.code(), file, "code", flaws);
      leaveCanaries(file.code(), file, flaws);
    }
    claim(owners, root.catchAll().code(), root.catchAll(), "code", flaws);
    leaveCanaries(root.catchAll().code(), root.catchAll(), flaws);
  }

  private void leaveCanaries(TeamCode code, Object owner, List<Flaw> flaws) {
    if (!places.isBroken(owner, "code") && code.isOfCanaries()) {
      flaws.add(
          new Flaw(owner, "code", "is kept for Tocsin's own canaries", "choose another code"));
    }
  }

  private void services(List<Flaw> flaws) {
    Map<String, Object> owners = new HashMap<>();
    for (TeamFiles team : root.teams()) {
      for (CatalogService service : team.services().services().values()) {
        claim(owners, service.name(), service, "name", flaws);
      }
    }
    for (TeamFiles team : root.teams()) {
      Given known =
          new Given(
              new TreeSet<>(owners.keySet()),
              team.folder() + "/services.yaml",
              root.teams().stream().noneMatch(it -> places.isBroken(it.services(), "services")));
      for (CatalogService service : team.services().services().values()) {
        dependencies(service, known, flaws);
      }
    }
  }

  private static void dependencies(CatalogService service, Given known, List<Flaw> flaws) {
    for (String needed : service.dependsOn()) {
      if (!known.mayHave(needed)) {
        flaws.add(
            new Flaw(
                service,
                "dependsOn/" + needed,
                "no catalog has this service",
                known.remedy(needed)));
      }
    }
  }

  private <N> void claim(
      Map<N, Object> owners, N name, Object owner, String component, List<Flaw> flaws) {
    if (places.isBroken(owner, component)) {
      return;
    }
    Object earlier = owners.putIfAbsent(name, owner);
    if (earlier != null) {
      flaws.add(
          new Flaw(owner, component, "is taken by " + place(earlier, component), "choose another"));
    }
  }

  private String place(Object owner, String component) {
    YamlValue value = places.of(owner, component);
    return value == null ? "another" : value.place();
  }

  private void integrations(List<Flaw> flaws) {
    Set<String> codes = new TreeSet<>();
    Set<TeamCode> teams = new HashSet<>();
    for (TeamFiles team : root.teams()) {
      codes.add(team.policy().code().value());
      boolean another = teams.add(team.policy().code());
      if (places.isBroken(team.policy(), "code") || !another) {
        return; // whom the senders name is known when each team has a code of its own
      }
    }
    for (Integration sender : root.integrations().integrations().values()) {
      if (sender.name().equals(Canary.NAME)) {
        flaws.add(
            new Flaw(sender, "name", "is kept for Tocsin's own canaries", "give it another name"));
      }
      if (!teams.contains(sender.team())) {
        flaws.add(
            new Flaw(
                sender,
                "team",
                "no team has this code",
                Nearest.remedy(sender.team().value(), codes)));
      }
    }
  }

  private void lastResort(List<Flaw> flaws) {
    CatchAllFile file = root.catchAll();
    Given roles =
        new Given(file.contacts().keySet(), "catch-all.yaml", !places.isBroken(file, "contacts"));
    LadderChecks ladder = new LadderChecks(roles, file.contacts(), Map.of(), Map.of());
    file.ladder().forEach(rung -> ladder.check(rung, Channel.PHONE, flaws));
    if (file.ladder().stream().noneMatch(rung -> places.isBroken(rung, "by"))
        && !file.ladder().isEmpty()
        && file.ladder().stream().noneMatch(RootChecks::rings)) {
      flaws.add(
          new Flaw(
              file,
              "ladder",
              "no rung of last resort rings",
              "call somebody by pagerduty or phone"));
    }
  }

  private static boolean rings(Rung rung) {
    return rung.by().stream().anyMatch(it -> it.isLouderThan(Channel.SLACK));
  }
}
