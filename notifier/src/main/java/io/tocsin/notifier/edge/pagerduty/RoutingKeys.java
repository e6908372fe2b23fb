package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.edge.provider.CannotSend;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routing key of a recipient, looked up anew for each call so that it can be mended live. */
final class RoutingKeys {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");
  private static final int KEY_BYTES = 16;

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
    Optional<String> key = secrets.apply(name).filter(value -> !value.isBlank());
    if (key.isPresent()) {
      return key.get().trim();
    }
    if (standIns) {
      return standIn(name);
    }
    throw unconfigured("unconfigured: set " + name);
  }

  /** 32 hex digits that are always the same for one name. */
  static String standIn(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }

  private static CannotSend unconfigured(String text) {
    return new CannotSend(new Reason(Reasons.UNCONFIGURED, text));
  }
}
