package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.yaml.Flaw;
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
    if (!places.isBroken(owner, "code") && Canary.isCode(code)) {
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
      for (CatalogService service : team.services().services().values()) {
        dependencies(service, owners.keySet(), flaws);
      }
    }
  }

  private static void dependencies(CatalogService service, Set<String> known, List<Flaw> flaws) {
    for (String needed : service.dependsOn()) {
      if (!known.contains(needed)) {
        flaws.add(
            new Flaw(
                service,
                "dependsOn",
                "no catalog has the service '%s'".formatted(needed),
                Nearest.remedy(needed, new TreeSet<>(known))));
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
          new Flaw(
              owner,
              component,
              "is taken already",
              "choose another; %s has this one".formatted(place(earlier, component))));
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
      if (places.isBroken(team.policy(), "code")) {
        return;
      }
      codes.add(team.policy().code().value());
      teams.add(team.policy().code());
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
    LadderChecks ladder = new LadderChecks(file.contacts(), Map.of(), Map.of());
    file.ladder().forEach(rung -> ladder.check(rung, Channel.PHONE, flaws));
    if (!file.ladder().isEmpty() && file.ladder().stream().noneMatch(RootChecks::rings)) {
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
