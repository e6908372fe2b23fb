package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.TeamPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policy as decisions ask it: ladder and waits from the bundle the incident opened under,
 * contacts and hours from the current one, so that a wrong number can be mended at night.
 */
public record Rulebook(Policies pinned, Policies current) {
  private static final TeamPolicy.Timing TIMING =
      new TeamPolicy.Timing(Duration.ofMinutes(30), Duration.ofMinutes(5));
  private static final Duration REPEAT = Duration.ofMinutes(30);
  private static final Duration RETRY = Duration.ofMinutes(1);

  Level level(Incident incident) {
    return level(incident.id().team(), incident.assessment().severity());
  }

  List<Rung> ladder(Incident incident) {
    return pinned.ladder(incident.id().team(), level(incident), incident.assessment().unknown());
  }

  TeamPolicy.Timing timing(TeamCode team) {
    return pinned.team(team).map(TeamPolicy::timing).orElse(TIMING);
  }

  Optional<Contact> contact(TeamCode team, String role) {
    return current.contact(team, role).or(() -> pinned.contact(team, role));
  }

  /** Whether {@code clock} runs for the team now; a team without hours is always at work. */
  boolean isOpen(Level.Clock clock, TeamCode team, Instant now) {
    return clock == Level.Clock.ALWAYS
        || current.team(team).map(policy -> policy.businessHours().isOpen(now)).orElse(true);
  }

  Instant nextOpen(TeamCode team, Instant now) {
    return current.team(team).map(policy -> policy.businessHours().nextOpen(now)).orElse(now);
  }

  /** A team that no policy knows has the ladder of last resort only. */
  private Level level(TeamCode team, Severity severity) {
    return pinned
        .team(team)
        .map(policy -> policy.level(severity))
        .orElseGet(
            () -> Level.of(severity, Level.Clock.ALWAYS, Channel.PHONE, List.of(), REPEAT, RETRY));
  }
}
