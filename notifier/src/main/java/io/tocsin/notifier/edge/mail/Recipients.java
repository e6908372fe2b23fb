package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses of a recipient, looked up anew for each mail so that they can be mended live. */
final class Recipients {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\"()\\\\]+@[^\\s@<>,;:\"()\\\\]+");

  private final Supplier<Policies> policies;
  private final Function<String, Optional<String>> secrets;

  /**
   * @param secrets the value of a name, if it is set: an address may be a reference
   */
  Recipients(Supplier<Policies> policies, Function<String, Optional<String>> secrets) {
    this.policies = policies;
    this.secrets = secrets;
  }

  /** At least one. */
  List<String> of(Notification notification) throws CannotSend {
    TeamCode team = notification.incident().team();
    String recipient = notification.recipient();
    List<String> written =
        Told.isAudience(recipient)
            ? audience(team, Told.audienceOf(recipient))
            : contact(team, recipient);
    List<String> addresses = new ArrayList<>();
    for (String each : written) {
      addresses.add(address(recipient, each));
    }
    return addresses;
  }

  private List<String> audience(TeamCode team, String name) throws CannotSend {
    @Nullable Audience audience =
        policies.get().team(team).map(it -> it.conduct().audiences().get(name)).orElse(null);
    if (audience == null || audience.email().isEmpty()) {
      throw CannotSend.unconfigured(
          "no mail address of the audience '%s' in the policy of %s".formatted(name, team));
    }
    return audience.email();
  }

  private List<String> contact(TeamCode team, String id) throws CannotSend {
    Contact contact = policies.get().contact(team, id).orElse(null);
    String address = contact == null ? null : contact.methods().get(Channel.EMAIL);
    if (address == null) {
      throw CannotSend.unconfigured(
          "no mail address of '%s' in the policy of %s".formatted(id, team));
    }
    return List.of(address);
  }

  private String address(String recipient, String written) throws CannotSend {
    Optional<String> secret = SecretName.in(written);
    if (secret.isEmpty()) {
      return checked(recipient, written);
    }
    String name = secret.get();
    return checked(
        recipient,
        secrets
            .apply(name)
            .map(String::trim)
            .filter(value -> !value.isEmpty())
            .orElseThrow(() -> CannotSend.unconfigured("set " + name)));
  }

  private static String checked(String recipient, String address) throws CannotSend {
    if (!ADDRESS.matcher(address).matches()) {
      throw CannotSend.unconfigured(
          "what the policy has for '%s' is no mail address; write it as".formatted(recipient)
              + " role@example.com");
    }
    return address;
  }
}
