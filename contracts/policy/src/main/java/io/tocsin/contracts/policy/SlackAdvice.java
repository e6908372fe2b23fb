package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.calendar.Methods;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.yaml.Flaw;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a message in Slack cannot surely tag: only an id does. A name is found where it is a
 * contact's or person's who has a mail address; any other must be the handle of a user group
 * (MHV-aud).
 */
record SlackAdvice(RootFiles root) {

  /** One note for each team that has such names, at the first. */
  List<Flaw> notes() {
    Set<String> found =
        root.teams().stream()
            .flatMap(SlackAdvice::methods)
            .flatMap(SlackAdvice::found)
            .collect(Collectors.toSet());
    return root.teams().stream().flatMap(team -> note(team, found).stream()).toList();
  }

  private static Stream<Methods> methods(TeamFiles team) {
    return Stream.concat(
        team.contacts().contacts().values().stream().map(ContactsFile.ContactSection::methods),
        team.contacts().people().values().stream().map(person -> person.methods()));
  }

  private static Stream<String> found(Methods methods) {
    Map<Channel, String> addresses = methods.byChannel();
    return addresses.containsKey(Channel.EMAIL)
        ? Stream.ofNullable(addresses.get(Channel.SLACK))
        : Stream.empty();
  }

  private static Optional<Flaw> note(TeamFiles team, Set<String> found) {
    List<Tag> unsure =
        team.policy().audiences().values().stream()
            .flatMap(audience -> audience.tag().stream().map(tag -> new Tag(audience, tag)))
            .filter(tag -> tag.name().startsWith("@") && !found.contains(tag.name()))
            .toList();
    long others = unsure.stream().map(Tag::name).distinct().count() - 1;
    return unsure.stream()
        .findFirst()
        .map(
            first ->
                new Flaw(
                    first.audience(),
                    "tag/" + first.name(),
                    "tags somebody only where Slack has a user group with that handle"
                        + (others == 0 ? "" : ", as %d more of the team's tags".formatted(others)),
                    "write ids, S… for a group and U… for a person, or give whom it means a contact"
                        + " with this name and an 'email'"));
  }

  private record Tag(Audience audience, String name) {}
}
