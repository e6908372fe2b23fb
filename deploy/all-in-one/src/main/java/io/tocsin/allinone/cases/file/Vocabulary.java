package io.tocsin.allinone.cases.file;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.tocsin.allinone.cases.Holds;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names that a policy root and Tocsin itself know: what an expectation may say. */
final class Vocabulary {
  /** What the classifier says when no rule of the operator decided. */
  private static final List<String> OTHER_DECIDERS =
      List.of(
          "integration-default",
          "integration-unknown",
          "rule-failed",
          "classification-failed",
          "recovered");

  private static final Form<String> INCIDENT =
      new Form<>(
          "is no incident",
          wrong -> "write a team's code and a number, as in RX-1",
          text -> parsed(text, IncidentId::parse).map(IncidentId::toString));

  /** These may be names of what is still to come. */
  private static final Set<Holds> GROWING = EnumSet.of(Holds.EVENT, Holds.RULE, Holds.STATE);

  private final Map<Holds, Form<String>> forms = new EnumMap<>(Holds.class);

  Vocabulary(Policies policies) {
    Collection<TeamPolicy> teams = policies.teams().values();
    put(Holds.LEVEL, "is no level", names(Severity.values(), Severity::name));
    put(Holds.LEVEL_OR_NONE, "is no level", and(names(Severity.values(), Severity::name), "none"));
    put(Holds.CHANNEL, "is no channel", names(Channel.values(), Channel::wireName));
    put(
        Holds.CONTACT,
        "is no contact of this policy",
        sorted(
            Stream.concat(
                teams.stream().flatMap(team -> team.contacts().keySet().stream()),
                policies.catchAll().contacts().keySet().stream())));
    put(
        Holds.RULE,
        "is no severity rule of this policy",
        sorted(
            Stream.concat(
                teams.stream()
                    .flatMap(team -> team.severity().rules().stream())
                    .map(SeverityRule::id),
                OTHER_DECIDERS.stream())));
    put(
        Holds.SERVICE,
        "is no service of this policy",
        and(
            sorted(teams.stream().flatMap(team -> team.services().keySet().stream())),
            ClassifiedAlert.UNKNOWN_SERVICE));
    put(
        Holds.TEAM,
        "is no team",
        sorted(
            Stream.concat(policies.teams().keySet().stream(), Stream.of(policies.catchAll().code()))
                .map(TeamCode::value)));
    put(Holds.STATE, "is no state", and(names(IncidentState.values(), Form::wire), "none"));
    put(Holds.EVENT, "is no event", events());
    put(Holds.OUTCOME, "is no outcome", names(DeliveryReceipt.Outcome.values(), Form::wire));
    put(
        Holds.DISPOSITION,
        "is nothing that an alert becomes",
        names(AlertDisposition.Outcome.values(), Form::wire));
    put(Holds.TRUE, "must be true", List.of("true"));
    put(Holds.FLAG, "is neither true nor false", List.of("true", "false"));
    forms.put(Holds.TEXT, Form.TEXT);
    forms.put(Holds.TEXTS, Form.TEXT);
    forms.put(Holds.INCIDENT, INCIDENT);
  }

  /** How a value that holds {@code what} is written; a pending case may name what is to come. */
  Form<String> form(Holds what, boolean pending) {
    return pending && GROWING.contains(what) ? Form.TEXT : forms.getOrDefault(what, Form.TEXT);
  }

  private void put(Holds what, String message, Collection<String> names) {
    forms.put(what, Form.of(message, names));
  }

  private static List<String> events() {
    JsonSubTypes types = IncidentChange.class.getAnnotation(JsonSubTypes.class);
    return types == null
        ? List.of()
        : Arrays.stream(types.value()).map(JsonSubTypes.Type::name).toList();
  }

  private static <T> List<String> names(T[] values, Function<T, String> name) {
    return Arrays.stream(values).map(name).toList();
  }

  private static List<String> and(Collection<String> names, String one) {
    List<String> all = new ArrayList<>(names);
    all.add(one);
    return all;
  }

  private static Set<String> sorted(Stream<String> names) {
    Set<String> sorted = new TreeSet<>();
    names.forEach(sorted::add);
    return sorted;
  }

  static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
