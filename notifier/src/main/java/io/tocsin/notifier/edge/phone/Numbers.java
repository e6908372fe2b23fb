package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.SecretName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whose number is which, by the policy as it is now: a wrong one can be mended at night. */
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

  private final Supplier<Policies> policies;
  private final Function<String, Optional<String>> secrets;

  /**
   * @param secrets the value of a name, if it is set: a number may be a reference
   */
  Numbers(Supplier<Policies> policies, Function<String, Optional<String>> secrets) {
    this.policies = policies;
    this.secrets = secrets;
  }

  /** The number of who is to be called. */
  String of(Notification notification) throws CannotSend {
    TeamCode team = notification.incident().team();
    String recipient = notification.recipient();
    String written =
        policies
            .get()
            .contact(team, recipient)
            .map(contact -> contact.methods().get(Channel.PHONE))
            .orElseThrow(
                () ->
                    CannotSend.unconfigured(
                        "no phone number of '%s' in the policy of %s".formatted(recipient, team)));
    String number =
        resolved(written)
            .orElseThrow(
                () -> CannotSend.unconfigured("set " + SecretName.in(written).orElse(recipient)));
    if (!NUMBER.matcher(number).matches()) {
      throw CannotSend.unconfigured(
          "what the policy has for '%s' is no phone number; write it as +12025550123"
              .formatted(recipient));
    }
    return number;
  }

  /** The ids of all that {@code number} may stand for in incidents of {@code team}. */
  Set<String> holders(TeamCode team, String number) {
    Policies current = policies.get();
    Set<String> ids = new TreeSet<>();
    current
        .team(team)
        .ifPresent(
            policy -> {
              enter(ids, policy.contacts(), number);
              policy
                  .onCall()
                  .people()
                  .forEach(
                      (id, person) -> {
                        if (isNumber(person.methods().byChannel(), number)) {
                          ids.add(id);
                        }
                      });
            });
    enter(ids, current.catchAll().contacts(), number);
    return ids;
  }

  private void enter(Set<String> ids, Map<String, Contact> contacts, String number) {
    contacts.forEach(
        (id, contact) -> {
          if (isNumber(contact.methods(), number)) {
            ids.add(id);
          }
        });
  }

  private boolean isNumber(Map<Channel, String> methods, String number) {
    return Optional.ofNullable(methods.get(Channel.PHONE))
        .flatMap(this::resolved)
        .filter(number::equals)
        .isPresent();
  }

  private Optional<String> resolved(String written) {
    return SecretName.in(written)
        .map(name -> secrets.apply(name).map(String::trim).filter(value -> !value.isEmpty()))
        .orElseGet(() -> Optional.of(written));
  }
}
