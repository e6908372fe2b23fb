package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import java.util.function.Supplier;

/**
 * How a notification is said: in the words of the policy that its incident opened under, with the
 * people of the current one.
 *
 * @param baseUrl where people reach Tocsin; empty when it is not said
 */
public record PinnedWords(PolicyLibrary library, Supplier<Policies> policies, String baseUrl) {

  /** For one notification. */
  public MessageText of(Notification notification) {
    return new MessageText(library.pinned(notification.policy()), policies.get(), baseUrl);
  }
}
