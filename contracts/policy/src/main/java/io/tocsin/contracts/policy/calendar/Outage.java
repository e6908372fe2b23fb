package io.tocsin.contracts.policy.calendar;

import java.time.Instant;

/**
 * A live source that does not answer.
 *
 * @param since the first failure after the last reading
 * @param reason of the last failure
 */
public record Outage(Instant since, String reason) {}
