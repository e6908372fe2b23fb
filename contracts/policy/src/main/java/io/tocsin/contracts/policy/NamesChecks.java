package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Communication.Told;
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
import io.tocsin.contracts.policy.yaml.Given;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whether every name that one part of a team's policy uses is one that another part gives. */
final class NamesChecks {
  private static final Set<String> TOLD_ANYWAY = Set.of(Told.TICKET, Told.MONITOR, Told.RUNG);

  private final TeamFiles team;
  private final Given roles;
  private final Given audiences;
  private final Given services;
  private final Given groups;
  private final Given facts;
  private final List<Flaw> flaws = new ArrayList<>();

  NamesChecks(TeamFiles team, TeamNames names) {
    this.team = team;
    this.roles = names.roles();
    this.audiences = names.audiences();
    this.services = names.services();
    this.groups = names.groups();
    this.facts = names.facts();
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
      each(telling, "services", telling.services(), services, SERVICE);
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
    each(audience, "services", audience.services(), services, SERVICE);
    if (!audience.reachesSomebody()) {
      flaws.add(
          new Flaw(
              audience, "name", "this audience is nobody", "give it slack, email or contacts"));
    }
    if (TOLD_ANYWAY.contains(audience.name())) {
      flaws.add(
          new Flaw(
              audience,
              "name",
              "is the name of what Tocsin tells anyway, and would count as told with it",
              "choose another name"));
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
    name(group, "name", group.name(), groups, "no service of the catalog is in the group '%s'");
  }

  private void service(CatalogService service) {
    roles(service.contacts(), "product", service.contacts().product());
    roles(service.contacts(), "engineering", service.contacts().engineering());
    roles(service.contacts(), "outage", service.contacts().outage());
  }

  private void maintenance(Maintenance form) {
    each(form, "audiences", form.audiences(), audiences, AUDIENCE);
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
    each(where, component, named, roles, ROLE);
  }

  private void each(
      Object where, String component, Collection<String> named, Given known, String message) {
    named.forEach(name -> name(where, component + "/" + name, name, known, message));
  }

  private void name(Object where, String component, String name, Given known, String message) {
    if (!known.mayHave(name)) {
      flaws.add(new Flaw(where, component, message.formatted(name), known.remedy(name)));
    }
  }
}
