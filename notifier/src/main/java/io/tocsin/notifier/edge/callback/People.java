package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.calendar.Person;
import io.tocsin.notifier.edge.provider.SecretName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who somebody is that a provider names: a person of the policy before a role's contact, the team's
 * own before another's. Read from the policy as it is now.
 */
public final class People {
  private final Supplier<Policies> policies;
  private final Function<String, Optional<String>> secrets;

  /**
   * @param secrets the value of a name, if it is set: an address may be a reference
   */
  public People(Supplier<Policies> policies, Function<String, Optional<String>> secrets) {
    this.policies = policies;
    this.secrets = secrets;
  }

  /** The id of who has {@code address} on {@code channel}; case does not matter. */
  public Optional<String> byAddress(TeamCode team, Channel channel, String address) {
    return find(
        team,
        (name, addresses) ->
            Optional.ofNullable(addresses.get(channel))
                .flatMap(this::resolved)
                .filter(address::equalsIgnoreCase)
                .isPresent());
  }

  /** The id of who is called {@code name}; case does not matter. */
  public Optional<String> byName(TeamCode team, String name) {
    return find(team, (called, addresses) -> called.equalsIgnoreCase(name.strip()));
  }

  private Optional<String> find(TeamCode team, BiPredicate<String, Map<Channel, String>> wanted) {
    Policies current = policies.get();
    return Stream.concat(
            current.team(team).stream(),
            current.teams().values().stream()
                .filter(other -> !other.code().equals(team))
                .sorted(Comparator.comparing(TeamPolicy::code)))
        .flatMap(policy -> ids(policy, wanted))
        .findFirst()
        .or(() -> contacts(current.catchAll().contacts().values(), wanted).findFirst());
  }

  private static Stream<String> ids(
      TeamPolicy team, BiPredicate<String, Map<Channel, String>> wanted) {
    return Stream.concat(
        team.onCall().people().entrySet().stream()
            .filter(each -> isWanted(each.getValue(), wanted))
            .map(Map.Entry::getKey)
            .sorted(),
        contacts(team.contacts().values(), wanted));
  }

  private static boolean isWanted(Person person, BiPredicate<String, Map<Channel, String>> wanted) {
    return wanted.test(person.name(), person.methods().byChannel());
  }

  private static Stream<String> contacts(
      Collection<Contact> contacts, BiPredicate<String, Map<Channel, String>> wanted) {
    return contacts.stream()
        .filter(each -> wanted.test(each.name(), each.methods()))
        .map(Contact::id)
        .sorted();
  }

  private Optional<String> resolved(String address) {
    return SecretName.in(address).map(secrets).orElseGet(() -> Optional.of(address));
  }
}
