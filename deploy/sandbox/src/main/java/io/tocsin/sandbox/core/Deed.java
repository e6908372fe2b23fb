package io.tocsin.sandbox.core;

import java.util.Map;
import java.util.Optional;

/**
 * What a person does at a provider.
 *
 * @param person by name; at GitHub the login
 * @param on a dedup key of PagerDuty's, or an issue: {@code healthflow/portals#12}; at Slack a
 *     message ({@code C123/1503.000247}), a channel or a form
 * @param text what they write, or to whom they hand it
 */
public record Deed(Provider provider, Kind kind, String person, String on, String text) {

  /** The verbs that a person has, and where. */
  public enum Kind {
    ACKNOWLEDGE(Provider.PAGERDUTY, "acknowledged"),
    UNACKNOWLEDGE(Provider.PAGERDUTY, "unacknowledged"),
    RESOLVE(Provider.PAGERDUTY, "resolved"),
    REASSIGN(Provider.PAGERDUTY, "reassigned"),
    NOTE(Provider.PAGERDUTY, "annotated"),
    COMMENT(Provider.GITHUB, "created"),
    CLOSE(Provider.GITHUB, "closed"),
    /** A button, by its {@code action_id} in the text. */
    PRESS(Provider.SLACK, "block_actions"),
    /** An emoji in the text. */
    REACT(Provider.SLACK, "reaction_added"),
    REPLY(Provider.SLACK, "message"),
    /** {@code /incident} with the text, in the channel. */
    COMMAND(Provider.SLACK, "command"),
    /** A form: a line for each field, {@code impact=…}. */
    SUBMIT(Provider.SLACK, "view_submission");

    private final Provider provider;
    private final String event;

    Kind(Provider provider, String event) {
      this.provider = provider;
      this.event = event;
    }

    String event() {
      return event;
    }
  }

  /** Reads an order; empty where it names no verb of its provider. */
  public static Optional<Deed> of(Map<String, Object> json) {
    Fields fields = new Fields(json);
    for (Kind kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(fields.text("act"))
          && kind.provider.word().equals(fields.text("provider"))
          && !fields.text("on").isEmpty()
          && !fields.text("person").isEmpty()) {
        return Optional.of(
            new Deed(
                kind.provider,
                kind,
                fields.text("person"),
                fields.text("on"),
                fields.text("text")));
      }
    }
    return Optional.empty();
  }
}
