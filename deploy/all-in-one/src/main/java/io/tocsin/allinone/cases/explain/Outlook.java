package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Place;
import io.tocsin.allinone.cases.Step;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.severityclassifier.core.Classifier;
import io.tocsin.severityclassifier.core.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What comes of alerts: what people are told while nobody answers, and what once somebody does.
 *
 * @param explanations why each is judged as it is
 * @param played the case they were played as
 * @param unanswered what happens if nobody answers
 * @param taken what happens once somebody acknowledges; null where nobody is ever called
 * @param missing each secret that is needed and not set, with what it is for
 */
public record Outlook(
    List<Explanation> explanations,
    Case played,
    Forecast unanswered,
    @Nullable Taken taken,
    Map<String, String> missing) {
  private static final Duration AT_MOST = Duration.ofDays(7);

  /** Whoever is called first is taken to need as long. */
  private static final Duration TO_ANSWER = Duration.ofMinutes(1);

  /** What follows an acknowledgement is looked at for as long at least. */
  private static final Duration AFTER_IT = Duration.ofMinutes(30);

  /**
   * Somebody acknowledges.
   *
   * @param by who is called first
   * @param told what people are told from then on
   */
  public record Taken(String by, Instant at, List<Happening> told) {}

  /**
   * Plays {@code alerts} from {@code at} on.
   *
   * @param span how long; empty: until the ladder has ended once
   * @param isSet whether a secret is set here
   */
  public static Outlook of(
      List<Alert> alerts,
      Instant at,
      Optional<Duration> span,
      Set<Channel> installed,
      Policies policies,
      Predicate<String> isSet) {
    List<Explanation> explanations =
        alerts.stream().map(alert -> Classifier.explain(alert, at, policies)).toList();
    TeamCode team = explanations.get(0).classified().team();
    Step sent = new Step(new Place("explain", 1), at, new Step.Sent(alerts, false));
    Case played =
        new Case(
            sent.place(),
            alerts.get(0).title(),
            team,
            List.of(),
            null,
            zone(policies, team),
            at,
            at.plus(span.orElse(AT_MOST)),
            true,
            installed,
            List.of(sent),
            List.of());
    Forecast unanswered =
        Forecast.of(Simulation.play(played, policies), played.until(), span.isEmpty());
    Taken taken = taken(played, unanswered, policies);
    Secrets secrets = new Secrets(policies, team, isSet);
    secrets.neededBy(alerts);
    secrets.needed(unanswered.told());
    secrets.needed(taken == null ? List.of() : taken.told());
    return new Outlook(explanations, played, unanswered, taken, secrets.missing());
  }

  /** What local times of {@code team} mean. */
  public static ZoneId zone(Policies policies, TeamCode team) {
    return policies.team(team).map(it -> it.businessHours().zone()).orElse(ZoneOffset.UTC);
  }

  private static @Nullable Taken taken(Case played, Forecast unanswered, Policies policies) {
    Happening first =
        unanswered.told().stream()
            .filter(it -> it.word() == Wanted.Page.class)
            .findFirst()
            .orElse(null);
    if (first == null) {
      return null;
    }
    String by = Lines.value(first, "page");
    IncidentId incident = IncidentId.parse(Lines.value(first, "incident"));
    Instant when = first.at().plus(TO_ANSWER);
    Step done =
        new Step(
            played.place(),
            when,
            new Step.Done(by, played.team(), incident, new CommandAction.Acknowledge()));
    Instant until = later(unanswered.end(), when.plus(AFTER_IT));
    Case answered = with(played, done, until);
    List<Happening> told =
        Forecast.of(Simulation.play(answered, policies), until, false).told().stream()
            .filter(it -> !it.at().isBefore(when))
            .toList();
    return new Taken(by, when, told);
  }

  private static Case with(Case played, Step step, Instant until) {
    return new Case(
        played.place(),
        played.name(),
        played.team(),
        played.shows(),
        played.pending(),
        played.zone(),
        played.start(),
        until,
        true,
        played.installed(),
        List.of(played.given().get(0), step),
        List.of());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The team's name as its policy has it. */
  static String teamName(Policies policies, TeamCode team) {
    return policies.team(team).map(TeamPolicy::name).orElse(policies.catchAll().name());
  }
}
