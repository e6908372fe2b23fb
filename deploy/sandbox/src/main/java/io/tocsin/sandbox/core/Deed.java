package io.tocsin.sandbox.core;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person does at a provider.
 *
 * @param person by name; at GitHub the login
 * @param on a dedup key of PagerDuty's, or an issue: {@code healthflow/portals#12}; at Slack a
 *     message ({@code C123/1503.000247}), a channel or a form; on the phone a call, a text or a
 *     number
 * @param text what they write, which key they press, or to whom they hand it
 * @param fields what they filled into a form, by name
 */
public record Deed(
    Provider provider,
    Kind kind,
    String person,
    String on,
    String text,
    Map<String, String> fields) {

  /** The verbs that a person has, and where. */
  public enum Kind {
    ACKNOWLEDGE(Provider.PAGERDUTY, "acknowledged"),
    UNACKNOWLEDGE(Provider.PAGERDUTY, "unacknowledged"),
    RESOLVE(Provider.PAGERDUTY, "resolved"),
    REASSIGN(Provider.PAGERDUTY, "reassigned"),
    NOTE(Provider.PAGERDUTY, "annotated"),
    COMMENT(Provider.GITHUB, "created"),
    CLOSE(Provider.GITHUB, "closed"),
    REOPEN(Provider.GITHUB, "reopened"),
    /** A button, by its {@code action_id} in the text. */
    PRESS(Provider.SLACK, "block_actions"),
    /** An emoji in the text. */
    REACT(Provider.SLACK, "reaction_added"),
    REPLY(Provider.SLACK, "message"),
    /** {@code /incident} with the text, in the channel. */
    COMMAND(Provider.SLACK, "command"),
    /** A form: its fields, or a line of text for each, {@code impact=…}. */
    SUBMIT(Provider.SLACK, "view_submission"),
    /** A call that rings is taken. */
    ANSWER(Provider.PHONE, "in-progress"),
    /** A key, in the text; a call that rings is taken first. */
    KEY(Provider.PHONE, "in-progress"),
    HANG_UP(Provider.PHONE, "completed"),
    DECLINE(Provider.PHONE, "busy"),
    /** It rings, and nobody takes it. */
    IGNORE(Provider.PHONE, "no-answer"),
    /** A text is answered. */
    TEXT(Provider.PHONE, "received"),
    /** A handset, by its number: neither calls nor texts come through. */
    SWITCH_OFF(Provider.PHONE, "off"),
    SWITCH_ON(Provider.PHONE, "on");

    private final Provider provider;
    private final String event;

    Kind(Provider provider, String event) {
      this.provider = provider;
      this.event = event;
    }

    String event() {
      return event;
    }

    /** As orders write it: {@code hang-up}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Deed {
    fields = Map.copyOf(fields);
  }

  public Deed(Provider provider, Kind kind, String person, String on, String text) {
    this(provider, kind, person, on, text, Map.of());
  }

  /** Reads an order; empty where it names no verb of its provider. */
  public static Optional<Deed> of(Map<String, Object> json) {
    Fields fields = new Fields(json);
    for (Kind kind : Kind.values()) {
      if (kind.word().equalsIgnoreCase(fields.text("act"))
          && kind.provider.word().equals(fields.text("provider"))
          && !fields.text("on").isEmpty()
          && (kind.provider == Provider.PHONE || !fields.text("person").isEmpty())) {
        return Optional.of(
            new Deed(
                kind.provider,
                kind,
                fields.text("person"),
                fields.text("on"),
                fields.text("text"),
                filled(json.get("fields"))));
      }
    }
    return Optional.empty();
  }

  /** What was filled into a form: the fields, and the lines of the text. */
  Map<String, String> filled() {
    Map<String, String> filled = new LinkedHashMap<>(fields);
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> filled.put(parts[0], parts[1]));
    return filled;
  }

  private static Map<String, String> filled(@Nullable Object json) {
    Map<String, String> filled = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> map) {
      map.forEach((name, value) -> filled.put(String.valueOf(name), String.valueOf(value)));
    }
    return filled;
  }
}
