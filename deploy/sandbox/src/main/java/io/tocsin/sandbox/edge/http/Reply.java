package io.tocsin.sandbox.edge.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What a request is answered with, once it is recorded.
 *
 * @param recorded completes once the request is in the file
 */
public record Reply(
    int status,
    String body,
    Duration delay,
    boolean dropsConnection,
    CompletableFuture<Void> recorded) {}
