package io.tocsin.allinone.cases;

import io.tocsin.contracts.policy.yaml.Says;
import org.jspecify.annotations.Nullable;

/**
 * A rule that cases can show.
 *
 * @param says what it asks, in a line
 * @param noCase why no case can show it; null when one can
 */
public record Requirement(
    @Says("give it an id") String id,
    @Says("say in a line what it asks") String says,
    @Says("why no case can show it") @Nullable String noCase) {}
