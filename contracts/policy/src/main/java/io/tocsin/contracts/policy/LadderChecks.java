package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.ContactsFile.ContactSection;
import io.tocsin.contracts.policy.calendar.Person;
import io.tocsin.contracts.policy.calendar.Rota;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Given;
import java.util.List;
import java.util.Map;

/**
 * Holds the rungs of ladders against the contacts that they call.
 *
 * @param roles the names of the contacts
 */
record LadderChecks(
    Given roles,
    Map<String, ContactSection> contacts,
    Map<String, Rota> rotas,
    Map<String, Person> people) {

  static LadderChecks of(ContactsFile file, Given roles) {
    return new LadderChecks(roles, file.contacts(), file.rotas(), file.people());
  }

  void check(Rung rung, Channel loudest, List<Flaw> flaws) {
    ContactSection contact = contacts.get(rung.role());
    if (!roles.mayHave(rung.role())) {
      flaws.add(new Flaw(rung, "role", "no contact has this role", roles.remedy(rung.role())));
    }
    for (int i = 0; i < rung.by().size(); i++) {
      Channel method = rung.by().get(i);
      if (method.isLouderThan(loudest)) {
        flaws.add(
            new Flaw(
                rung,
                "by/" + i,
                "is louder than this level allows",
                "leave it out, or raise 'loudest' from " + loudest.wireName()));
      }
      if (contact != null && isReached(contact) && !isReachedBy(contact, method)) {
        flaws.add(
            new Flaw(
                rung,
                "by/" + i,
                "the contact '%s' has no address for it".formatted(rung.role()),
                "add '%s:' to its methods in %s, or leave it out here"
                    .formatted(method.wireName(), roles.where())));
      }
    }
  }

  /** Of one that nobody can reach at all that is said, and not how it cannot be reached. */
  private boolean isReached(ContactSection contact) {
    return !contact.methods().byChannel().isEmpty() || rotas.containsKey(contact.id());
  }

  /** By its own address, or by that of somebody who may hold the role. */
  private boolean isReachedBy(ContactSection contact, Channel method) {
    return contact.methods().byChannel().containsKey(method)
        || rotas.containsKey(contact.id())
            && people.values().stream().anyMatch(it -> it.isReachedBy(List.of(method)));
  }
}
