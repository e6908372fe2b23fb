package io.tocsin.sandbox.core;

import org.jspecify.annotations.Nullable;

/**
 * A valid event of PagerDuty's Events API v2.
 *
 * @param dedupKey null where a trigger leaves the choice to PagerDuty
 * @param payload empty but for a trigger
 */
public record PagerDutyEvent(
    String routingKey, EventAction action, @Nullable String dedupKey, PagerDutyPayload payload) {}
