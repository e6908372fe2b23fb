package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.notifier.edge.provider.SecretName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom the policies name in Slack by a name, {@code @rx-on-call}, in place of an id.
 *
 * @param tags those who are tagged: user groups and people
 * @param mails the mail address of each person with such a name who has one
 */
record NamedInPolicy(Set<String> tags, Map<String, String> mails) {

  static NamedInPolicy of(Policies policies, Function<String, Optional<String>> secrets) {
    Set<String> tags = new TreeSet<>();
    Map<String, String> mails = new TreeMap<>();
    Collection<TeamPolicy> teams = policies.teams().values();
    teams.stream()
        .flatMap(team -> team.conduct().audiences().values().stream())
        .flatMap(audience -> audience.tag().stream())
        .filter(NamedInPolicy::isName)
        .forEach(tags::add);
    Stream.of(
            teams.stream()
                .flatMap(team -> team.onCall().people().values().stream())
                .map(person -> person.methods().byChannel()),
            teams.stream().flatMap(team -> team.contacts().values().stream()).map(Contact::methods),
            policies.catchAll().contacts().values().stream().map(Contact::methods))
        .flatMap(methods -> methods)
        .forEach(methods -> enter(mails, methods, secrets));
    return new NamedInPolicy(tags, mails);
  }

  private static void enter(
      Map<String, String> mails,
      Map<Channel, String> methods,
      Function<String, Optional<String>> secrets) {
    Optional<String> name =
        value(methods.get(Channel.SLACK), secrets).filter(NamedInPolicy::isName);
    Optional<String> mail = value(methods.get(Channel.EMAIL), secrets);
    if (name.isPresent() && mail.isPresent()) {
      mails.putIfAbsent(name.get(), mail.get());
    }
  }

  private static Optional<String> value(
      @Nullable String written, Function<String, Optional<String>> secrets) {
    return written == null
        ? Optional.empty()
        : SecretName.in(written).map(secrets).orElseGet(() -> Optional.of(written));
  }

  private static boolean isName(String address) {
    return address.startsWith("@");
  }

  boolean isNobody() {
    return tags.isEmpty() && mails.isEmpty();
  }
}
