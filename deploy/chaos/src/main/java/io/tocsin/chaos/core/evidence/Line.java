package io.tocsin.chaos.core.evidence;

import java.time.Instant;

/**
 * One line of a story.
 *
 * @param who whose record it is ({@code driver}, {@code engine}, {@code PagerDuty}, {@code chaos})
 */
public record Line(Instant at, String who, String text) {}
