package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;

/** Something to be confirmed before an incident is closed (RUN-09.1). */
@Says("a confirmation before closing")
public record Confirmation(
    @Key String name,
    @Says("what is confirmed, as a person reads it") String text,
    @Says("what fills it in by itself; a person may always") @Default("person") By by) {

  /** Who can know. */
  @Says("source of a confirmation")
  public enum By {
    PERSON,
    /** All alerts have recovered and the watch has ended. */
    ALERTS_RECOVERED,
    /** The system's own probes of the service's health passed through the watch. */
    HEALTH_CHECKS,
    /** No user report came through the watch. */
    NO_REPORTS,
    /** Everyone who was told of the incident was told of its resolution. */
    NOTICES_SENT
  }
}
