package io.tocsin.notifier.edge.pagerduty;

import java.time.Duration;

/**
 * How PagerDuty is reached ({@code tocsin.notifier.pagerduty}).
 *
 * @param eventsUrl what {@code /v2/enqueue} is put after; empty: PagerDuty is not configured
 * @param standInKeys whether an unset routing key is replaced by one made from its name: for the
 *     sandbox, which takes any
 * @param attemptLimit for one try, connection and answer together
 * @param connections kept open to the provider
 */
public record PagerDutySettings(
    String eventsUrl, boolean standInKeys, Duration attemptLimit, int connections) {

  public PagerDutySettings {
    if (!eventsUrl.isEmpty() && !eventsUrl.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "tocsin.notifier.pagerduty.events-url (PAGERDUTY_EVENTS_URL) must be an http(s) address"
              + " without query, was '%s'".formatted(eventsUrl));
    }
  }
}
