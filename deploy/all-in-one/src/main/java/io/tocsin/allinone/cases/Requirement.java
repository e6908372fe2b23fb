package io.tocsin.allinone.cases;

import org.jspecify.annotations.Nullable;

/**
 * A rule that cases can show.
 *
 * @param says what it asks, in a line
 * @param noCase why no case can show it; null when one can
 */
public record Requirement(String id, String says, @Nullable String noCase) {}
