package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code contacts.yaml}, as it is written. */
@Says("the roles and how they are reached")
record ContactsFile(
    @Says("the team's roles, one at least") @Least(1) Map<String, ContactSection> contacts) {

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

  /** The addresses of a contact. */
  @Says("how a contact is reached")
  record Methods(
      @Says("the routing key, as a reference") @As(Form.SECRET) @Nullable String pagerduty,
      @Says("the telephone") @As(Form.PHONE) @Nullable String phone,
      @Says("a channel or a person in Slack") @As(Form.SLACK) @Nullable String slack,
      @Says("the mail address") @As(Form.EMAIL) @Nullable String email) {

    Map<Channel, String> byChannel() {
      Map<Channel, String> methods = new EnumMap<>(Channel.class);
      put(methods, Channel.PAGERDUTY, pagerduty);
      put(methods, Channel.PHONE, phone);
      put(methods, Channel.SLACK, slack);
      put(methods, Channel.EMAIL, email);
      return methods;
    }

    private static void put(Map<Channel, String> methods, Channel channel, @Nullable String to) {
      if (to != null) {
        methods.put(channel, to);
      }
    }
  }
}
