package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;

/**
 * One step of how a person wants to be called.
 *
 * @param after since this person's turn on the ladder began
 */
public record NotifyRule(Channel by, Duration after) {}
