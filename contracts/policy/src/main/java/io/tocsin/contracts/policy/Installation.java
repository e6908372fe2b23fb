package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;

/**
 * What holds for the whole installation.
 *
 * @param pagerDutyEventsPerMinute for each routing key; 0 lifts the limit
 */
@Says("what holds for the whole installation")
public record Installation(
    @Key("pagerduty-events-per-minute")
        @Says("events a minute for each routing key; 0 lifts the limit")
        @Default("120")
        int pagerDutyEventsPerMinute) {
  /** PagerDuty's documented limit. */
  public static final int PAGERDUTY_LIMIT = 120;
}
