package io.tocsin.contracts.policy.template;

import org.jspecify.annotations.Nullable;

/**
 * A message as one medium shows it.
 *
 * @param subject one line of plain text: a mail's subject, a ticket's title; null where the medium
 *     has none and it is the first line of {@code text}
 * @param text in the medium's markup, within its limit
 * @param shortened whether something had to be left out; the text says so too
 * @param file the template: {@code templates/update.txt}, or {@code built-in update.txt}
 */
public record Rendered(@Nullable String subject, String text, boolean shortened, String file) {}
