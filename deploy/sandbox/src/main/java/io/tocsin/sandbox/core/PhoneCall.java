package io.tocsin.sandbox.core;

import java.time.Instant;

/**
 * A call as Twilio holds it.
 *
 * @param twiml what is said and asked, or was at the end
 * @param statusCallback where Twilio tells what becomes of it; empty for nowhere
 */
public record PhoneCall(
    String sid,
    String account,
    String to,
    String from,
    String twiml,
    String statusCallback,
    Status status,
    Instant created,
    Instant updated) {

  /** Where a call stands. */
  public enum Status {
    QUEUED("queued"),
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    NO_ANSWER("no-answer"),
    FAILED("failed"),
    CANCELED("canceled");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** Twilio's word for it. */
    public String word() {
      return word;
    }

    /** Whether it has not been answered yet, and may be. */
    public boolean isWaiting() {
      return this == QUEUED || this == RINGING;
    }

    public boolean isOver() {
      return !isWaiting() && this != IN_PROGRESS;
    }
  }

  /** The same call, in which something else is now said. */
  PhoneCall saying(String script) {
    return new PhoneCall(sid, account, to, from, script, statusCallback, status, created, updated);
  }

  /** The same call in another state. */
  public PhoneCall at(Status next, Instant now) {
    return new PhoneCall(sid, account, to, from, twiml, statusCallback, next, created, now);
  }
}
