package io.tocsin.notifier.edge.slack;

import java.time.Duration;

/**
 * How Slack is reached ({@code tocsin.notifier.slack}).
 *
 * @param apiUrl what the names of methods are put after
 * @param botToken empty: Slack is not configured
 * @param signingSecret what callbacks are proven by; empty: none is taken
 * @param attemptLimit for one call, connection and answer together
 * @param connections kept open to the provider
 * @param messagesPerMinute for each channel; Slack documents one a second. 0 lifts the limit
 * @param editsPerMinute of all channels; 0 lifts the limit
 */
public record SlackSettings(
    String apiUrl,
    String botToken,
    String signingSecret,
    Duration attemptLimit,
    int connections,
    int messagesPerMinute,
    int editsPerMinute) {

  public SlackSettings {
    if (!apiUrl.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.slack.api-url (SLACK_API_URL) must be an http(s) address without query,"
              + " was '%s'".formatted(apiUrl));
    }
  }

  /** Never with the secrets. */
  @Override
  public String toString() {
    return "SlackSettings[" + apiUrl + "]";
  }
}
