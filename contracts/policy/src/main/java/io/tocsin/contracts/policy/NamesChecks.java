package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.conduct.AlertReport;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Maintenance;
import io.tocsin.contracts.policy.conduct.Review;
import io.tocsin.contracts.policy.conduct.Security;
import io.tocsin.contracts.policy.conduct.ServiceGroup;
import io.tocsin.contracts.policy.conduct.Telling;
import io.tocsin.contracts.policy.conduct.UpdateDuty;
import io.tocsin.contracts.policy.conduct.WarRoom;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether every name that one part of a team's policy uses is one that another part gives. */
final class NamesChecks {
  private final TeamFiles team;
  private final Set<String> roles;
  private final Set<String> audiences;
  private final Set<String> services;
  private final Set<String> facts;
  private final List<Flaw> flaws = new ArrayList<>();

  NamesChecks(TeamFiles team) {
    this.team = team;
    this.roles = new TreeSet<>(team.contacts().contacts().keySet());
    this.audiences = new TreeSet<>(team.policy().audiences().keySet());
    this.services = new TreeSet<>(team.services().services().keySet());
    this.facts = new TreeSet<>(team.severity().facts().keySet());
  }

  List<Flaw> flaws() {
    team.policy().levels().values().forEach(this::level);
    team.policy().audiences().values().forEach(this::audience);
    team.policy().groups().values().forEach(this::group);
    team.services().services().values().forEach(this::service);
    team.maintenance().forms().values().forEach(this::maintenance);
    WarRoom warRoom = team.policy().warRoom();
    if (warRoom != null) {
      roles(warRoom, "invite", warRoom.invite());
    }
    Review review = team.policy().review();
    if (review != null) {
      review.invite().forEach(it -> name(it, "audience", it.audience(), audiences, AUDIENCE));
    }
    AlertReport report = team.policy().alertReport();
    if (report != null) {
      name(report, "audience", report.audience(), audiences, AUDIENCE);
    }
    Security security = team.policy().security();
    if (security != null) {
      roles(security, "responders", security.responders());
      roles(security, "approve", security.approve());
      security.ask().forEach(this::demand);
    }
    team.severity()
        .facts()
        .values()
        .forEach(
            fact -> {
              if (fact.ask() != null) {
                name(fact, "ask", fact.ask(), roles, ROLE);
              }
            });
    return flaws;
  }

  private static final String AUDIENCE = "the policy has no audience '%s'";
  private static final String FACT = "severity.yaml has no fact '%s'";
  private static final String ROLE = "no contact has the role '%s'";
  private static final String SERVICE = "the catalog has no service '%s'";

  private void level(Level level) {
    for (Telling telling : level.tell()) {
      name(telling, "audience", telling.audience(), audiences, AUDIENCE);
      telling.services().forEach(it -> name(telling, "services", it, services, SERVICE));
    }
    for (UpdateDuty duty : level.updates()) {
      name(duty, "audience", duty.audience(), audiences, AUDIENCE);
      if (duty.remindBefore().compareTo(duty.every()) >= 0) {
        flaws.add(
            new Flaw(
                duty,
                "remindBefore",
                "is longer than the time between two updates",
                "write less than 'every'"));
      }
    }
  }

  private void audience(Audience audience) {
    roles(audience, "contacts", audience.contacts());
    audience.services().forEach(it -> name(audience, "services", it, services, SERVICE));
    if (!audience.reachesSomebody()) {
      flaws.add(
          new Flaw(
              audience, "name", "this audience is nobody", "give it slack, email or contacts"));
    }
  }

  private void demand(Security.Demand demand) {
    roles(demand, "of", demand.of());
    if (demand.fact() != null) {
      name(demand, "fact", demand.fact(), facts, FACT);
    }
  }

  private void group(ServiceGroup group) {
    name(group, "whenAll", group.whenAll(), facts, FACT);
    Set<String> groups =
        team.services().services().values().stream()
            .flatMap(service -> service.groups().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    name(group, "name", group.name(), groups, "no service of the catalog is in the group '%s'");
  }

  private void service(CatalogService service) {
    roles(service.contacts(), "product", service.contacts().product());
    roles(service.contacts(), "engineering", service.contacts().engineering());
    roles(service.contacts(), "outage", service.contacts().outage());
  }

  private void maintenance(Maintenance form) {
    form.audiences().forEach(it -> name(form, "audiences", it, audiences, AUDIENCE));
    name(form, "noticesOwedBy", form.noticesOwedBy(), roles, ROLE);
    name(form, "windowOwedBy", form.windowOwedBy(), roles, ROLE);
    if (form.verifiedWith() != null) {
      name(form, "verifiedWith", form.verifiedWith(), roles, ROLE);
    }
    if (form.approvedBy() != null) {
      name(form, "approvedBy", form.approvedBy(), roles, ROLE);
    }
  }

  private void roles(Object where, String component, List<String> named) {
    for (int i = 0; i < named.size(); i++) {
      name(where, component + "/" + i, named.get(i), roles, ROLE);
    }
  }

  private void name(
      Object where, String component, String name, Collection<String> known, String message) {
    if (!known.contains(name)) {
      flaws.add(
          new Flaw(
              where,
              component,
              message.formatted(name),
              known.isEmpty() ? "add it" : Nearest.remedy(name, known)));
    }
  }
}
