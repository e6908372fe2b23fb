package io.tocsin.notifier.edge.mail;

import java.time.Duration;

/**
 * How mail is sent ({@code tocsin.notifier.mail}).
 *
 * @param smtpUrl {@code smtp://user:password@host:port?from=tocsin@example.com} or {@code
 *     smtps://}; empty: mail is not configured
 * @param connectLimit for the connection
 * @param answerLimit for each answer of the server, and for each write
 * @param perMinute mails a minute; 0 for no limit
 */
public record MailSettings(
    String smtpUrl, Duration connectLimit, Duration answerLimit, int perMinute) {

  public MailSettings {
    if (connectLimit.isNegative() || connectLimit.isZero() || answerLimit.toMillis() < 1) {
      throw new IllegalArgumentException(
          "tocsin.notifier.mail: connect-limit and answer-limit must be longer than 0, were %s and %s"
              .formatted(connectLimit, answerLimit));
    }
    if (!smtpUrl.isEmpty()) {
      SmtpAddress.parse(smtpUrl);
    }
  }

  /** Never with the address: it holds a password. */
  @Override
  public String toString() {
    return "MailSettings[" + (smtpUrl.isEmpty() ? "unconfigured" : "configured") + "]";
  }
}
