package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with the people of a team (RUN-08.2). */
public final class PeopleCheck {
  private PeopleCheck() {}

  public static List<Flaw> flaws(Map<String, Person> people) {
    List<Flaw> flaws = new ArrayList<>();
    people.forEach((id, person) -> check(id, person, flaws));
    return List.copyOf(flaws);
  }

  private static void check(String id, Person person, List<Flaw> flaws) {
    Map<Channel, String> addresses = person.methods().byChannel();
    if (addresses.isEmpty()) {
      flaws.add(
          new Flaw(
              person,
              "methods",
              "'" + id + "' cannot be reached",
              "give at least one of pagerduty, phone, slack and email"));
    }
    List<NotifyRule> own = person.notifyBy();
    if (!own.isEmpty() && own.stream().noneMatch(rule -> rule.after().isZero())) {
      flaws.add(
          new Flaw(
              own.get(0),
              "after",
              "'" + id + "' would be called by nobody at first",
              "leave 'after' out of the first call, or write 0s"));
    }
    for (NotifyRule rule : own) {
      if (!addresses.isEmpty() && !addresses.containsKey(rule.by())) {
        flaws.add(
            new Flaw(
                rule,
                "by",
                "'" + id + "' has no " + rule.by().wireName(),
                "add it to the methods of '" + id + "', or call by another"));
      }
    }
  }
}
