package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.RoutingKey;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.edge.provider.CannotSend;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routing key of a recipient, looked up anew for each call so that it can be mended live. */
final class RoutingKeys {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

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
                    unconfigured(
                        "unconfigured: no contact '%s' in the policy of %s"
                            .formatted(recipient, notification.incident().team())));
    String method = contact.methods().get(Channel.PAGERDUTY);
    if (method == null) {
      throw unconfigured("unconfigured: contact '%s' has no pagerduty method".formatted(recipient));
    }
    Matcher reference = REFERENCE.matcher(method);
    if (!reference.matches()) {
      throw unconfigured(
          "unconfigured: the pagerduty method of '%s' must be a reference, ${NAME}"
              .formatted(recipient));
    }
    return resolve(reference.group(1));
  }

  private String resolve(String name) throws CannotSend {
    return RoutingKey.of(name, secrets, standIns)
        .orElseThrow(() -> unconfigured("unconfigured: set " + name));
  }

  private static CannotSend unconfigured(String text) {
    return new CannotSend(new Reason(Reasons.UNCONFIGURED, text));
  }
}
