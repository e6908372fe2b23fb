package io.tocsin.contracts.policy.runbook;

import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Says;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, and the command for it.
 *
 * @param run a command; {@code {cluster}} is filled in with the service's own name
 */
@Says("a step")
public record Step(
    @Says("what to do") String step,
    @Says("the command for it; {name} becomes the service's own") @Nullable String run,
    @Says("whether it cannot be undone (RUN-06.1b)") @Default("false") boolean destructive) {}
