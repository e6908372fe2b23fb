package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.calendar.HoursCheck;
import io.tocsin.contracts.policy.calendar.PeopleCheck;
import io.tocsin.contracts.policy.calendar.RotaCheck;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with one team's policy, although each of its files can be read. */
record TeamChecks(TeamFiles team, TeamNames names, Places places) {
  private static final Duration LEAST_WATCH = Duration.ofMinutes(30);

  List<Flaw> flaws() {
    List<Flaw> flaws = new ArrayList<>();
    flaws.addAll(HoursCheck.flaws(team.policy().businessHours(), team.calendars()));
    flaws.addAll(PeopleCheck.flaws(team.contacts().people()));
    flaws.addAll(RotaCheck.flaws(team.onCall()));
    roles(flaws);
    levels(flaws);
    contacts(flaws);
    watch(flaws);
    flaws.addAll(new NamesChecks(team, names).flaws());
    flaws.addAll(team.runbooks().flaws(names.services(), names.fillIns()));
    return flaws;
  }

  private void levels(List<Flaw> flaws) {
    LadderChecks ladders = LadderChecks.of(team.contacts(), names.roles());
    for (Severity severity : Severity.values()) {
      Level level = team.policy().levels().get(severity);
      if (level == null) {
        flaws.add(
            new Flaw(
                team.policy(),
                "levels",
                severity + " is missing",
                "every team has P1, P2, P3 and P4"));
      } else {
        level.ladder().forEach(rung -> ladders.check(rung, level.loudest(), flaws));
      }
    }
    Level p1 = team.policy().levels().get(Severity.P1);
    if (p1 != null) {
      mustRing(p1, flaws);
    }
  }

  /**
   * A P1, and a P1 whose rule failed, must make something ring. Where a rung's methods could not be
   * read, that is said instead.
   */
  private void mustRing(Level p1, List<Flaw> flaws) {
    boolean rings =
        p1.ladder().stream()
            .filter(Rung::whenUnknown)
            .flatMap(rung -> rung.by().stream())
            .anyMatch(method -> p1.allows(method) && method.isLouderThan(Channel.SLACK));
    if (!rings && p1.ladder().stream().noneMatch(rung -> places.isBroken(rung, "by"))) {
      flaws.add(
          new Flaw(
              p1,
              "ladder",
              "no rung of P1 rings when its level is unknown",
              "call somebody by pagerduty or phone, without 'when-unknown: false'"));
    }
    if (p1.clock() != Level.Clock.ALWAYS) {
      flaws.add(new Flaw(p1, "clock", "a P1 waits for nobody's hours", "write always"));
    }
  }

  /** A rota fills a role of the contacts, and a person is called by an id of their own. */
  private void roles(List<Flaw> flaws) {
    Set<String> roles = team.contacts().contacts().keySet();
    team.contacts()
        .rotas()
        .forEach(
            (role, rota) -> {
              if (!names.roles().mayHave(role)) {
                flaws.add(
                    new Flaw(
                        rota,
                        "",
                        "no contact has the role that this rota fills",
                        names.roles().remedy(role)));
              }
            });
    team.contacts()
        .people()
        .forEach(
            (id, person) -> {
              if (roles.contains(id)) {
                flaws.add(new Flaw(person, "", "is a role already", "call this person otherwise"));
              }
            });
  }

  private void contacts(List<Flaw> flaws) {
    team.contacts()
        .contacts()
        .values()
        .forEach(
            contact -> {
              if (contact.methods().byChannel().isEmpty()
                  && !team.contacts().rotas().containsKey(contact.id())) {
                flaws.add(
                    new Flaw(
                        contact,
                        "methods",
                        "nobody can be reached by this",
                        "write at least one of pagerduty, phone, slack or email"));
              }
            });
  }

  private void watch(List<Flaw> flaws) {
    TeamPolicy.Timing timing = team.policy().timing();
    if (timing.watch().compareTo(LEAST_WATCH) < 0) {
      flaws.add(new Flaw(timing, "watch", "is too short a watch", "watch at least 30m (RUN-06.3)"));
    }
  }
}
