package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import org.jspecify.annotations.Nullable;

/**
 * One sender: who may send what, with which key.
 *
 * @param name what keys and logs call it; never its secret
 * @param source the wire format ({@code datadog})
 * @param key a reference to its secret, {@code ${DATADOG_RX_KEY}}
 * @param team who owns its alerts when no catalog knows the service
 * @param environment what its alerts are when nobody says; null for production
 * @param alarmLevel the level when no rule matches
 * @param warningLevel the same for a warning
 * @param sensitivity the strictest service it may reach
 */
public record Integration(
    String name,
    String source,
    String key,
    TeamCode team,
    @Nullable String environment,
    Severity alarmLevel,
    Severity warningLevel,
    String sensitivity) {}
