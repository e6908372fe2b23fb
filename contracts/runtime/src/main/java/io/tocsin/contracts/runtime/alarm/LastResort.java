package io.tocsin.contracts.runtime.alarm;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import java.util.Objects;
import java.util.Optional;

/** How the catch-all is reached. */
final class LastResort {
  private LastResort() {}

  /** The address for {@code channel} of the first in the ladder who has one. */
  static Optional<String> address(Policies policies, Channel channel) {
    return policies.catchAll().ladder().stream()
        .map(rung -> policies.catchAll().contacts().get(rung.role()))
        .filter(Objects::nonNull)
        .map(contact -> method(contact, channel))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> method(Contact contact, Channel channel) {
    return Optional.ofNullable(contact.methods().get(channel));
  }
}
