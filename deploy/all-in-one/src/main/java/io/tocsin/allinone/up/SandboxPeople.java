package io.tocsin.allinone.up;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.TeamPolicy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whom the policies know, so that somebody can act for them on the sandbox's pages. */
final class SandboxPeople {
  private static final String SETTING = "tocsin.sandbox.people[%d].%s";

  private SandboxPeople() {}

  /** As the sandbox's settings, the teams in the order of their codes. */
  static Map<String, Object> of(Policies policies) {
    List<Known> known =
        policies.teams().values().stream()
            .sorted(Comparator.comparing(team -> team.code().value()))
            .flatMap(SandboxPeople::of)
            .toList();
    Map<String, Object> settings = new HashMap<>();
    for (int i = 0; i < known.size(); i++) {
      settings.put(SETTING.formatted(i, "name"), known.get(i).name);
      settings.put(SETTING.formatted(i, "team"), known.get(i).team);
      settings.put(SETTING.formatted(i, "slack"), known.get(i).slack);
      settings.put(SETTING.formatted(i, "phone"), known.get(i).phone);
    }
    return settings;
  }

  private static Stream<Known> of(TeamPolicy team) {
    String code = team.code().value();
    return Stream.concat(
        team.contacts().values().stream()
            .sorted(Comparator.comparing((Contact it) -> rung(team, it)).thenComparing(Contact::id))
            .map(contact -> known(contact.name(), code, contact.methods())),
        team.onCall().people().values().stream()
            .map(person -> known(person.name(), code, person.methods().byChannel())));
  }

  /** Who is called first comes first. */
  private static int rung(TeamPolicy team, Contact contact) {
    Level gravest = team.levels().get(Severity.P1);
    List<String> roles =
        gravest == null ? List.of() : gravest.ladder().stream().map(Rung::role).toList();
    int rung = roles.indexOf(contact.id());
    return rung < 0 ? roles.size() : rung;
  }

  private static Known known(String name, String team, Map<Channel, String> methods) {
    String slack = methods.getOrDefault(Channel.SLACK, "");
    return new Known(
        name,
        team,
        slack.matches("@.+|[UW][A-Z0-9]{6,20}") ? slack : "",
        methods.getOrDefault(Channel.PHONE, "").replaceFirst("\\$\\{.*", ""));
  }

  private record Known(String name, String team, String slack, String phone) {}
}
