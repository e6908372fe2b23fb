package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.OutgoingCallback;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with, once it is recorded.
 *
 * @param takenAs the provider's name for what it took; null where it took nothing
 * @param webhook what the provider then tells Tocsin of it; null where it tells nothing
 * @param recorded completes once the request is in the file
 */
public record Reply(
    int status,
    String body,
    Duration delay,
    boolean dropsConnection,
    @Nullable String takenAs,
    @Nullable OutgoingCallback webhook,
    CompletableFuture<Void> recorded) {}
