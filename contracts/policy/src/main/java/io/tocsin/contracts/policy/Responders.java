package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.conduct.Conduct;
import java.util.HashSet;
import java.util.Set;

/**
 * Who stops a team's ladder by taking an incident: whoever is on it, holds a turn, or is named to
 * answer for the service. What a passer-by does acknowledges nothing (MED-react).
 */
public final class Responders {
  private Responders() {}

  /** By contact or person, as the policies have them now. */
  public static Set<String> of(Policies policies, TeamCode team) {
    Set<String> names = new HashSet<>();
    policies.catchAll().ladder().stream().map(Rung::role).forEach(names::add);
    policies.team(team).ifPresent(policy -> add(policy, names));
    return names;
  }

  /** Whether an emoji on an incident's message says that its giver has it. */
  public static boolean acknowledges(Policies policies, TeamCode team, String emoji) {
    return policies
        .team(team)
        .map(policy -> policy.conduct().firstResponse().reactions().contains(emoji))
        .orElse(false);
  }

  private static void add(TeamPolicy team, Set<String> names) {
    team.levels().values().stream()
        .flatMap(level -> level.ladder().stream())
        .map(Rung::role)
        .forEach(names::add);
    names.addAll(team.onCall().people().keySet());
    Conduct conduct = team.conduct();
    if (conduct.security() != null) {
      names.addAll(conduct.security().responders());
    }
    if (conduct.warRoom() != null) {
      names.addAll(conduct.warRoom().invite());
    }
    team.services()
        .values()
        .forEach(
            service -> {
              names.addAll(service.contacts().engineering());
              names.addAll(service.contacts().outage());
            });
  }
}
