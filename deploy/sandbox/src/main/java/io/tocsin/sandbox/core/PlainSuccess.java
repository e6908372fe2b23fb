package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.Locale;

/** The success of a provider whose behaviour the sandbox does not imitate. */
public final class PlainSuccess {

  private PlainSuccess() {}

  /**
   * A success as this provider words it.
   *
   * @param sequence makes Slack's message timestamps differ within one second
   */
  public static Answer of(Provider provider, String method, long sequence, Instant now) {
    if (provider == Provider.SLACK) {
      String ts = String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), sequence % 1_000_000);
      return Answer.of(200).with("ok", true).with("ts", ts);
    }
    if (provider == Provider.EMAIL) {
      return Answer.of(200).takenAs("mail-" + sequence);
    }
    boolean creates = method.equals("POST") && provider != Provider.WEBHOOK;
    return Answer.of(creates ? 201 : 200);
  }
}
