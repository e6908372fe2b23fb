package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.SecretReferences;
import io.tocsin.contracts.policy.conduct.Audience;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The secrets that alerts and messages need, as far as they are not set here. */
final class Secrets {
  private final Policies policies;
  private final TeamCode team;
  private final Predicate<String> isSet;
  private final Map<String, String> missing = new TreeMap<>();

  Secrets(Policies policies, TeamCode team, Predicate<String> isSet) {
    this.policies = policies;
    this.team = team;
    this.isSet = isSet;
  }

  /** Each that is not set, with what it is for. */
  Map<String, String> missing() {
    return missing;
  }

  /** Those of who sends {@code alerts}. */
  void neededBy(List<Alert> alerts) {
    for (Alert alert : alerts) {
      Stream.ofNullable(policies.integrations().get(alert.integration()))
          .forEach(sender -> need(sender.key(), "alerts of " + sender.name()));
    }
  }

  /** Those of where {@code told} goes. */
  void needed(List<Happening> told) {
    told.stream().filter(it -> it.word() != Wanted.Event.class).forEach(this::needed);
  }

  private void needed(Happening it) {
    String who = Lines.value(it, it.label());
    String by = Lines.value(it, "by");
    addresses(who, by).forEach(address -> need(address, Told.audienceOf(who) + " by " + by));
  }

  private Stream<String> addresses(String who, String by) {
    Channel channel = Channel.parse(by);
    if (!Told.isAudience(who)) {
      return policies.contact(team, who).map(it -> it.methods().get(channel)).stream();
    }
    Audience audience =
        policies
            .team(team)
            .map(it -> it.conduct().audiences().get(Told.audienceOf(who)))
            .orElse(null);
    if (audience == null) {
      return Stream.empty();
    }
    return channel == Channel.EMAIL
        ? audience.email().stream()
        : Stream.ofNullable(audience.slack());
  }

  private void need(String address, String use) {
    SecretReferences.name(address)
        .filter(isSet.negate())
        .ifPresent(name -> missing.putIfAbsent(name, use));
  }
}
