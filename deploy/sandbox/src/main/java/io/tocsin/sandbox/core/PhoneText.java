package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.Locale;

/**
 * A text message as Twilio holds it.
 *
 * @param statusCallback where Twilio tells what becomes of it; empty for nowhere
 */
public record PhoneText(
    String sid,
    String account,
    String to,
    String from,
    String body,
    Direction direction,
    String statusCallback,
    Status status,
    Instant created) {

  /** Who sent it, in Twilio's words. */
  public enum Direction {
    OURS("outbound-api"),
    FROM_PERSON("inbound"),
    /** What a person's text was answered with. */
    REPLY("outbound-reply");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Where a text stands. */
  public enum Status {
    QUEUED,
    SENT,
    /** It came to the handset. */
    DELIVERED,
    /** The handset is off. */
    UNDELIVERED,
    /** It came from a person. */
    RECEIVED;

    /** Twilio's word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same text in another state. */
  PhoneText at(Status next) {
    return new PhoneText(sid, account, to, from, body, direction, statusCallback, next, created);
  }
}
