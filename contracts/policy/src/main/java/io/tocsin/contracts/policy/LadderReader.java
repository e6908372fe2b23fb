package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a ladder and holds each rung against the contacts that it calls. */
final class LadderReader {
  private final Map<String, Contact> contacts;

  LadderReader(Map<String, Contact> contacts) {
    this.contacts = contacts;
  }

  /** The rungs of {@code ladder}, none of them louder than {@code loudest}. */
  List<Rung> read(YamlValue ladder, Channel loudest) {
    List<Rung> rungs = new ArrayList<>();
    for (YamlValue item : ladder.items()) {
      item.section().ifPresent(section -> rungs.add(rung(section, loudest)));
    }
    return rungs;
  }

  private Rung rung(Section section, Channel loudest) {
    section.allow("call", "by", "wait", "when-unknown");
    Optional<YamlValue> role = section.need("call", "name a role of the contacts");
    Optional<Contact> contact = role.flatMap(this::contact);
    List<Section.Item<Channel>> methods = section.list("by", Kind.CHANNEL);
    if (methods.isEmpty()) {
      section
          .self()
          .reject("by", "this rung calls nobody", "name a method, as in 'by: [pagerduty]'");
    }
    methods.forEach(method -> check(method, contact, loudest));
    return new Rung(
        role.flatMap(value -> value.as(Kind.NAME)).orElse(""),
        methods.stream().map(Section.Item::value).toList(),
        section.need("wait", Kind.DURATION, Duration.ZERO),
        section.find("when-unknown", Kind.FLAG).orElse(true));
  }

  private Optional<Contact> contact(YamlValue role) {
    Optional<String> id = role.as(Kind.NAME);
    Optional<Contact> found = id.map(contacts::get);
    if (id.isPresent() && found.isEmpty() && !contacts.isEmpty()) {
      role.reject(
          "no contact has this role", "use " + Kind.oneOf(contacts.keySet()) + ", or add it there");
    }
    return found;
  }

  private static void check(
      Section.Item<Channel> method, Optional<Contact> contact, Channel loudest) {
    if (method.value().isLouderThan(loudest)) {
      method
          .place()
          .reject(
              "is louder than this level allows",
              "leave it out, or raise 'loudest' from " + loudest.wireName());
    }
    if (contact.isPresent() && !contact.get().methods().containsKey(method.value())) {
      method
          .place()
          .reject(
              "the contact '" + contact.get().id() + "' has no address for it",
              "add '" + method.value().wireName() + ":' to the contact's methods, or leave it out");
    }
  }
}
