package io.tocsin.chaos.core;

import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to the operator API.
 *
 * @param id the idempotency key; another try has the same
 * @param incident null for a declaration
 * @param action as in the path ({@code acknowledge}, {@code resolve}, {@code declare})
 * @param person who the token belongs to
 * @param answered null when no answer came
 * @param status the HTTP status; 0 when no answer came
 */
public record Command(
    String id,
    @Nullable IncidentId incident,
    String action,
    String person,
    Instant sent,
    @Nullable Instant answered,
    Outcome outcome,
    int status) {}
