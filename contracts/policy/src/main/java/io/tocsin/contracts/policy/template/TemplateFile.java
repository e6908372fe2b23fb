package io.tocsin.contracts.policy.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that was found right.
 *
 * @param name for people
 * @param markup that its words are written in
 * @param subject what stands behind {@code Subject:} on its first line; null when it has none
 */
record TemplateFile(String name, Markup markup, @Nullable CompiledText subject, CompiledText body) {

  /** The body; line ends are the medium's own where the file did not write them itself. */
  String body(Markup shownIn, Map<String, @Nullable Object> values) {
    return lines(shownIn, body.fill(shownIn, values));
  }

  /** The subject, if any, and the body. */
  String whole(Markup shownIn, Map<String, @Nullable Object> values) {
    return subject == null
        ? body(shownIn, values)
        : lines(
            shownIn,
            Medium.joined(subject.fill(shownIn, values), " ") + "\n" + body.fill(shownIn, values));
  }

  private String lines(Markup shownIn, String text) {
    return markup == shownIn ? text : shownIn.escaping().lines(text);
  }
}
