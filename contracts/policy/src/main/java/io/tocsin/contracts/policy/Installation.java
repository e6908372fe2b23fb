package io.tocsin.contracts.policy;

/**
 * What holds for the whole installation.
 *
 * @param pagerDutyEventsPerMinute for each routing key; 0 lifts the limit
 */
public record Installation(int pagerDutyEventsPerMinute) {
  /** PagerDuty's documented limit. */
  public static final int PAGERDUTY_LIMIT = 120;
}
