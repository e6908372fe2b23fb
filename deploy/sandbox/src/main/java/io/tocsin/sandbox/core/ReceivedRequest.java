package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param path the path and, where there was one, the query
 * @param headers names in lower case; several values of one name are joined by a comma
 * @param at when the request had arrived whole, to the millisecond
 * @param takenAs the dedup key under which PagerDuty took the event; null where it took none
 */
public record ReceivedRequest(
    Provider provider,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    Instant at,
    @Nullable String takenAs) {}
