package io.tocsin.sandbox.core;

import java.util.Map;
import java.util.Optional;

/**
 * What a person does at a provider.
 *
 * @param person by name; at GitHub the login
 * @param on a dedup key of PagerDuty's, or an issue: {@code healthflow/portals#12}
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
    CLOSE(Provider.GITHUB, "closed");

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
