package io.tocsin.escalationengine.edge.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the catch-all is called directly.
 *
 * @param eventsUrl what {@code /v2/enqueue} is put after; empty: not configured
 * @param standInKeys whether an unset key is replaced by one made from its name: for the sandbox
 */
@ConfigurationProperties("tocsin.alarm.pagerduty")
public record AlarmSettings(
    @DefaultValue("") String eventsUrl, @DefaultValue("false") boolean standInKeys) {

  public AlarmSettings {
    if (!eventsUrl.isEmpty() && !eventsUrl.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "tocsin.alarm.pagerduty.events-url (PAGERDUTY_EVENTS_URL) must be an http(s) address"
              + " without query, was '%s'".formatted(eventsUrl));
    }
  }
}
