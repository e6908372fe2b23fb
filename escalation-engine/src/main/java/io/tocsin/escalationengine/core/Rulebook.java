package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Conduct;
import io.tocsin.contracts.policy.conduct.FirstResponse;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** Who is called for {@code role} now: whoever holds it, else the role's own contact. */
  Optional<Contact> contact(TeamCode team, String role, Instant now) {
    return current.called(team, role, now).or(() -> pinned.called(team, role, now));
  }

  /** Whether {@code clock} runs for the team now; a team without hours is always at work. */
  boolean isOpen(Level.Clock clock, TeamCode team, Instant now) {
    return clock == Level.Clock.ALWAYS
        || current.team(team).map(policy -> policy.businessHours().isOpen(now)).orElse(true);
  }

  Instant nextOpen(TeamCode team, Instant now) {
    return current.team(team).map(policy -> policy.businessHours().nextOpen(now)).orElse(now);
  }

  /** What the team's policy says of an incident's life; plain where no policy knows the team. */
  Conduct conduct(TeamCode team) {
    return pinned.team(team).map(TeamPolicy::conduct).orElse(Conduct.PLAIN);
  }

  /** When the first minutes are over (RUN-04.0); null where the policy asks nothing of them. */
  @Nullable Instant firstResponseBy(TeamCode team, Instant now) {
    FirstResponse first = conduct(team).firstResponse();
    return first.steps().isEmpty() ? null : now.plus(first.within());
  }

  /** What is left to ask (RUN-02.2): the five questions, and facts that a rule wanted to know. */
  List<String> openQuestions(TeamCode team, Set<String> facts, Evidence evidence) {
    return pinned
        .team(team)
        .map(policy -> Questions.open(policy.severity(), facts, evidence))
        .orElse(List.of());
  }

  /** The fact of this name; null where the policy has none. */
  @Nullable FactSource fact(TeamCode team, String name) {
    return pinned.team(team).map(policy -> policy.severity().facts().get(name)).orElse(null);
  }

  /** What may be answered: the five questions and the policy's facts. */
  Set<String> questions(TeamCode team) {
    Stream<String> facts =
        pinned.team(team).stream().flatMap(policy -> policy.severity().facts().keySet().stream());
    return Stream.concat(Stream.of(Question.values()).map(Question::wireName), facts)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names under which {@code question} is answered: its own, and those of facts. */
  Set<String> facts(TeamCode team, Question question) {
    Stream<String> facts =
        pinned.team(team).stream()
            .flatMap(policy -> policy.severity().facts().values().stream())
            .filter(fact -> fact.answers() == question)
            .map(FactSource::name);
    return Stream.concat(Stream.of(question.wireName()), facts).collect(Collectors.toSet());
  }

  /** The audience as it is now, so that a wrong channel can be mended at night. */
  Optional<Audience> audience(TeamCode team, String name) {
    return Stream.of(current, pinned)
        .map(policies -> policies.team(team).map(TeamPolicy::conduct).orElse(Conduct.PLAIN))
        .map(conduct -> conduct.audiences().get(name))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** RUN-04.4c: the first engineering contact of the service, as the catalog says. */
  Optional<Actor> assignee(Incident incident, Instant now) {
    TeamCode team = incident.id().team();
    return current
        .team(team)
        .map(policy -> policy.services().get(incident.subject().service()))
        .flatMap(service -> service.contacts().engineering().stream().findFirst())
        .map(role -> contact(team, role, now).map(Contact::id).orElse(role))
        .map(id -> new Actor(id, Actor.TOCSIN.via()));
  }

  /** A role's contact, or a person, by id. */
  Optional<Contact> named(TeamCode team, String id) {
    return current.contact(team, id).or(() -> pinned.contact(team, id));
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
