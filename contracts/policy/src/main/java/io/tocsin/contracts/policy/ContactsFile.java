package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.calendar.Methods;
import io.tocsin.contracts.policy.calendar.Person;
import io.tocsin.contracts.policy.calendar.Rota;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code contacts.yaml}, as it is written. */
@Says("the roles and how they are reached")
record ContactsFile(
    @Says("the team's roles, one at least") @Least(1) Map<String, ContactSection> contacts,
    @Says("people who may hold a role, by id") Map<String, Person> people,
    @Says("who holds a role when, by the role") Map<String, Rota> rotas) {

  static Map<String, Contact> contacts(Map<String, ContactSection> sections) {
    Map<String, Contact> contacts = new LinkedHashMap<>();
    sections.forEach((id, section) -> contacts.put(id, section.contact()));
    return contacts;
  }

  /** A role. */
  @Says("a role and how it is reached")
  record ContactSection(
      @Key String id,
      @Says("the role, as people read it") String name,
      @Says("when this contact may be called; P1 excludes nobody") Level.Clock hours,
      @Says("at least one of pagerduty, phone, slack or email") Methods methods) {

    Contact contact() {
      return new Contact(id, name, hours, methods.byChannel());
    }
  }
}
