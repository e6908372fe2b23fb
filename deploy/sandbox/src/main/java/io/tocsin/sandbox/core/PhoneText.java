package io.tocsin.sandbox.core;

import java.time.Instant;

/** A text message as Twilio holds it. */
public record PhoneText(
    String sid,
    String account,
    String to,
    String from,
    String body,
    Direction direction,
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
}
