package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.SecretName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a recipient is in Slack, looked up anew for each message so that it can be mended live. */
final class Addresses {
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{6,20}");
  private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{6,20}");

  private final Supplier<Policies> policies;
  private final Function<String, Optional<String>> secrets;
  private final SlackNames names;

  /**
   * @param secrets the value of a name, if it is set: an address may be a reference
   * @param names the ids of those whom a policy names otherwise
   */
  Addresses(
      Supplier<Policies> policies, Function<String, Optional<String>> secrets, SlackNames names) {
    this.policies = policies;
    this.secrets = secrets;
    this.names = names;
  }

  /** The channel or person that {@code notification} goes to: {@code #incidents}, {@code U0AB…}. */
  String of(Notification notification) throws CannotSend {
    String recipient = notification.recipient();
    String address = written(notification.incident(), recipient);
    if (address == null) {
      throw CannotSend.unconfigured(
          "'%s' has no slack address in the policy of %s"
              .formatted(recipient, notification.incident().team()));
    }
    Optional<String> name = SecretName.in(address);
    if (name.isEmpty()) {
      return address;
    }
    return secrets
        .apply(name.get())
        .orElseThrow(() -> CannotSend.unconfigured("set " + name.get()));
  }

  /** The same where it can be told. */
  Optional<String> find(Notification notification) {
    try {
      return Optional.of(of(notification));
    } catch (CannotSend e) {
      return Optional.empty();
    }
  }

  private @Nullable String written(IncidentId incident, String recipient) {
    if (Told.isAudience(recipient)) {
      return audience(incident, recipient).map(Audience::slack).orElse(null);
    }
    return policies
        .get()
        .contact(incident.team(), recipient)
        .map(Contact::methods)
        .map(methods -> methods.get(Channel.SLACK))
        .orElse(null);
  }

  private Optional<Audience> audience(IncidentId incident, String recipient) {
    return policies
        .get()
        .team(incident.team())
        .map(team -> team.conduct().audiences().get(Told.audienceOf(recipient)));
  }

  /**
   * Whom a message to the recipient of {@code notification} tags: the people and user groups of an
   * audience, the person who is called. Only ids of Slack tell anybody: a name whose id is not
   * known is left out.
   */
  List<String> tags(Notification notification) {
    if (Told.isAudience(notification.recipient())) {
      return audience(notification.incident(), notification.recipient()).stream()
          .flatMap(audience -> audience.tag().stream())
          .flatMap(tag -> mention(tag).stream())
          .toList();
    }
    return find(notification).flatMap(this::mention).stream().toList();
  }

  private Optional<String> mention(String written) {
    String name = SecretName.in(written).flatMap(secrets).orElse(written);
    String id = names.group(name).or(() -> names.person(name)).orElse(name);
    if (GROUP.matcher(id).matches()) {
      return Optional.of("<!subteam^" + id + ">");
    }
    return USER.matcher(id).matches() ? Optional.of("<@" + id + ">") : Optional.empty();
  }

  /** The id of the person whom the policy calls {@code address}, else what it says. */
  String reached(String address) {
    return names.person(address).orElse(address);
  }

  /** Whether {@code address} is a person's: a thread there has nobody else to tell. */
  static boolean isPerson(String address) {
    return address.startsWith("@") || USER.matcher(address).matches();
  }
}
