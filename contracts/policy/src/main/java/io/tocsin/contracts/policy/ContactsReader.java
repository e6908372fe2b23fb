package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code contacts}: the roles of a team or of the catch-all, and how each is reached. */
final class ContactsReader {
  private static final Kind<String> PHONE =
      address("is no phone number", "write it as +12025550123", "\\+[1-9]\\d{6,14}");
  private static final Kind<String> SLACK =
      address("is no Slack address", "write #channel or @somebody", "[#@][^\\s#@]{1,80}");
  private static final Kind<String> EMAIL =
      address("is no mail address", "write it as role@example.com", "[^\\s@]+@[^\\s@]+");

  private ContactsReader() {}

  static Map<String, Contact> read(Section section) {
    Map<String, Contact> contacts = new LinkedHashMap<>();
    for (Section.Entry entry : section.entries("name one role at least").values()) {
      Optional<String> id = entry.key().as(Kind.NAME);
      entry
          .value()
          .section()
          .map(below -> contact(id.orElse(""), below))
          .filter(contact -> id.isPresent())
          .ifPresent(contact -> contacts.put(contact.id(), contact));
    }
    return contacts;
  }

  private static Contact contact(String id, Section section) {
    section.allow("name", "hours", "methods");
    Map<Channel, String> methods = new EnumMap<>(Channel.class);
    section
        .need("methods", "name at least one of " + Kind.oneOf(names()) + " below it")
        .flatMap(YamlValue::section)
        .ifPresent(all -> all.entries().values().forEach(entry -> method(entry, methods)));
    return new Contact(
        id,
        section.need("name", Kind.TEXT, id),
        section.need("hours", Kind.CLOCK, Level.Clock.ALWAYS),
        methods);
  }

  private static void method(Section.Entry entry, Map<Channel, String> methods) {
    entry
        .key()
        .as(Kind.CHANNEL)
        .ifPresent(
            channel -> methods.put(channel, entry.value().as(addressOf(channel)).orElse("")));
  }

  private static Kind<String> addressOf(Channel channel) {
    return switch (channel) {
      case PHONE -> PHONE;
      case SLACK -> SLACK;
      case EMAIL -> EMAIL;
      case PAGERDUTY, GITHUB, SERVICENOW, WEBHOOK, PROBE -> Kind.SECRET;
    };
  }

  private static Kind<String> address(String message, String remedy, String form) {
    return Kind.matching(
        message,
        remedy + ", or a reference ${SOME_NAME}",
        text -> text.matches(form) || SecretReferences.name(text).isPresent());
  }

  private static List<String> names() {
    return Kind.CALLING.stream().map(Channel::wireName).toList();
  }
}
