package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.RoutingKey;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.SecretName;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The routing key of a recipient, looked up anew for each call so that it can be mended live. */
final class RoutingKeys {
  private final Supplier<Policies> policies;
  private final Function<String, Optional<String>> secrets;
  private final boolean standIns;

  /**
   * @param secrets the value of a name, if it is set
   */
  RoutingKeys(
      Supplier<Policies> policies, Function<String, Optional<String>> secrets, boolean standIns) {
    this.policies = policies;
    this.secrets = secrets;
    this.standIns = standIns;
  }

  String of(Notification notification) throws CannotSend {
    String recipient = notification.recipient();
    Contact contact =
        policies
            .get()
            .contact(notification.incident().team(), recipient)
            .orElseThrow(
                () ->
                    CannotSend.unconfigured(
                        "no contact '%s' in the policy of %s"
                            .formatted(recipient, notification.incident().team())));
    return of(contact);
  }

  /** The key by which {@code contact} is paged. */
  String of(Contact contact) throws CannotSend {
    String method = contact.methods().get(Channel.PAGERDUTY);
    if (method == null) {
      throw CannotSend.unconfigured("contact '%s' has no pagerduty method".formatted(contact.id()));
    }
    return resolve(
        SecretName.in(method)
            .orElseThrow(
                () ->
                    CannotSend.unconfigured(
                        "the pagerduty method of '%s' must be a reference, ${NAME}"
                            .formatted(contact.id()))));
  }

  private String resolve(String name) throws CannotSend {
    return RoutingKey.of(name, secrets, standIns)
        .orElseThrow(() -> CannotSend.unconfigured("set " + name));
  }
}
