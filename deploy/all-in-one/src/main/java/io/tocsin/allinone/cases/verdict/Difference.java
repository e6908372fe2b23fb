package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as the case says.
 *
 * @param at where on the timeline it belongs
 * @param expected what was expected; null when nothing was
 * @param happened what happened; null when nothing did
 * @param text for a person
 */
public record Difference(
    Instant at, @Nullable Expectation expected, @Nullable Happening happened, String text) {}
