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
 * @param takenAs the provider's name for what it took: PagerDuty's dedup key, GitHub's issue; null
 *     where it took nothing
 */
public record ReceivedRequest(
    Provider provider,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    Instant at,
    @Nullable String takenAs) {}
