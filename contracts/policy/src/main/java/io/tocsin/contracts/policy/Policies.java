package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.calendar.OnCallBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A whole checked policy root: every team, who may send what, and the ladder of last resort.
 *
 * @param hash of the bundle it was read from
 * @param teams by code
 * @param integrations by name
 */
public record Policies(
    String hash,
    Map<TeamCode, TeamPolicy> teams,
    Map<String, Integration> integrations,
    CatchAll catchAll,
    Installation installation) {

  public Policies {
    teams = Map.copyOf(teams);
    integrations = Map.copyOf(integrations);
  }

  /** The team that owns {@code service}, if any catalog names it. */
  public Optional<TeamPolicy> ownerOf(String service) {
    return teams.values().stream()
        .filter(team -> team.services().containsKey(service))
        .min(Comparator.comparing(TeamPolicy::code));
  }

  public Optional<TeamPolicy> team(TeamCode code) {
    return Optional.ofNullable(teams.get(code));
  }

  /** A contact of the team, a person who may hold one of its roles, or one of the catch-all. */
  public Optional<Contact> contact(TeamCode team, String id) {
    return Optional.ofNullable(teams.get(team))
        .flatMap(policy -> policy.contact(id))
        .or(() -> Optional.ofNullable(catchAll.contacts().get(id)));
  }

  /**
   * Who is called for {@code role} at {@code now}: the person who holds it, with the role's hours;
   * where no rota fills it or nobody holds it, the role's own contact (RUN-08.2, RUN-13).
   */
  public Optional<Contact> called(TeamCode team, String role, Instant now) {
    return Optional.ofNullable(teams.get(team))
        .flatMap(policy -> policy.called(role, now))
        .or(() -> contact(team, role));
  }

  /**
   * Who is called, in order, for an incident of {@code team} at {@code level}: the team's own rungs
   * (only those meant for it, when a rule failed and the level is unknown), then the catch-all's.
   * The catch-all keeps the level's clock and loudest method.
   */
  public List<Rung> ladder(TeamCode team, Level level, boolean unknown) {
    List<Rung> own =
        level.ladder().stream().filter(rung -> !unknown || rung.whenUnknown()).toList();
    return java.util.stream.Stream.concat(own.stream(), catchAll.ladder().stream()).toList();
  }

  /**
   * What an open incident keeps of the policy that it opened under: everything but the rules, which
   * take most of the room, and of which only the current ones are ever asked.
   */
  public Policies withoutRules() {
    return with(TeamPolicy::withoutRules);
  }

  /** The same with what live sources say of who holds a role, by team. */
  public Policies with(Map<TeamCode, OnCallBook> books) {
    return with(team -> books.containsKey(team.code()) ? team.with(books.get(team.code())) : team);
  }

  private Policies with(UnaryOperator<TeamPolicy> change) {
    return new Policies(
        hash,
        teams.values().stream().collect(Collectors.toMap(TeamPolicy::code, change)),
        integrations,
        catchAll,
        installation);
  }
}
