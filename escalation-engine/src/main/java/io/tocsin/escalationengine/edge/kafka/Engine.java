package io.tocsin.escalationengine.edge.kafka;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * What every task of the engine is given.
 *
 * @param clock engine time
 * @param backlog what was unread in a partition when the task began
 * @param commits before the regular time
 */
record Engine(
    InstantSource clock,
    Rulebooks rulebooks,
    IntFunction<CompletableFuture<Map<String, Long>>> backlog,
    PromptCommits commits,
    EngineMetrics metrics) {}
