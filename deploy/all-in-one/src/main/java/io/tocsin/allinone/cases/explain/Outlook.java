package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Night;
import io.tocsin.allinone.cases.Place;
import io.tocsin.allinone.cases.Step;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.SecretReferences;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.severityclassifier.core.Classifier;
import io.tocsin.severityclassifier.core.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What comes of alerts that nobody answers.
 *
 * @param explanations why each is judged as it is
 * @param played the case they were played as
 * @param told who is told, and whom the ladder passes over, in order
 * @param missing each secret that is needed and not set, with what it is for
 */
public record Outlook(
    List<Explanation> explanations,
    Case played,
    List<Happening> told,
    Map<String, String> missing) {
  private static final Duration AT_MOST = Duration.ofDays(7);
  private static final String LADDER_ENDED = "ladder-ended";
  private static final Set<String> OF_THE_LADDER =
      Set.of("rung-passed", "ladder-deferred", LADDER_ENDED);

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
    Case played =
        new Case(
            new Place("explain", 1),
            alerts.get(0).title(),
            team,
            List.of(),
            null,
            zone(policies, team),
            at,
            at.plus(span.orElse(AT_MOST)),
            true,
            installed,
            List.of(new Step(new Place("explain", 1), at, new Step.Sent(alerts, false))),
            List.of());
    Night night = Simulation.play(played, policies);
    List<Happening> told = told(night, played, span.isEmpty());
    return new Outlook(explanations, played, told, missing(told, alerts, team, policies, isSet));
  }

  /** What local times of {@code team} mean. */
  public static ZoneId zone(Policies policies, TeamCode team) {
    return policies.team(team).map(it -> it.businessHours().zone()).orElse(ZoneOffset.UTC);
  }

  private static List<Happening> told(Night night, Case played, boolean once) {
    List<Happening> told = new ArrayList<>();
    for (Happening it : night.happenings()) {
      if (it.at().isAfter(played.until())) {
        break;
      }
      if (it.word() == Wanted.Page.class || OF_THE_LADDER.contains(it.label())) {
        told.add(it);
      }
      if (once && it.label().equals(LADDER_ENDED)) {
        break;
      }
    }
    return told;
  }

  private static Map<String, String> missing(
      List<Happening> told,
      List<Alert> alerts,
      TeamCode team,
      Policies policies,
      Predicate<String> isSet) {
    Map<String, String> missing = new TreeMap<>();
    alerts.stream()
        .flatMap(it -> Stream.ofNullable(policies.integrations().get(it.integration())))
        .forEach(
            it ->
                SecretReferences.name(it.key())
                    .filter(isSet.negate())
                    .ifPresent(name -> missing.put(name, "alerts of " + it.name())));
    for (Happening it : told) {
      String role = value(it, "page");
      String by = value(it, "by");
      Optional<Contact> contact =
          it.word() == Wanted.Page.class ? policies.contact(team, role) : Optional.empty();
      contact
          .map(found -> found.methods().get(Channel.parse(by)))
          .flatMap(SecretReferences::name)
          .filter(isSet.negate())
          .ifPresent(name -> missing.put(name, role + " by " + by));
    }
    return missing;
  }

  private static String value(Happening happening, String key) {
    return String.join(",", happening.fields().getOrDefault(key, List.of()));
  }

  /** The team's name as its policy has it. */
  static String teamName(Policies policies, TeamCode team) {
    return policies.team(team).map(TeamPolicy::name).orElse(policies.catchAll().name());
  }
}
