package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values made ready for one markup: safe to stand in the text. */
final class Shown {
  private final Escaping escaping;
  private final ZoneId zone;
  private final int most;
  private boolean shortened;

  /**
   * @param most characters of one value
   */
  Shown(Markup markup, ZoneId zone, int most) {
    this.escaping = markup.escaping();
    this.zone = zone;
    this.most = most;
  }

  /** Whether a value had to be cut. */
  boolean shortened() {
    return shortened;
  }

  /** Every one of {@code variables} by its name; null for what is not known. */
  Map<String, @Nullable Object> of(List<Variable<?>> variables, Values values) {
    Map<String, @Nullable Object> shown = new HashMap<>();
    for (Variable<?> variable : variables) {
      Object value = values.get(variable);
      shown.put(variable.name(), value == null ? null : shown(variable, value));
    }
    return shown;
  }

  private @Nullable Object shown(Variable<?> variable, Object value) {
    return switch (variable.type()) {
      case TEXT, DATE -> text(value.toString());
      case TIME -> text(TimeWords.moment((Instant) value, zone));
      case DURATION -> text(TimeWords.duration((Duration) value));
      case FLAG -> value;
      case LINK -> link((Link) value);
      case MENTION -> escaping.mention((Mention) value);
      case LIST ->
          ((List<?>) value).stream().map(entry -> of(variable.fields(), (Values) entry)).toList();
    };
  }

  private @Nullable String text(String words) {
    String clean = Untrusted.clean(words);
    return clean.isEmpty() ? null : escaping.value(within(clean));
  }

  private @Nullable String link(Link link) {
    String words = Medium.joined(within(Untrusted.clean(link.text())), " ");
    Optional<String> href = Href.safe(link.href());
    if (href.isEmpty()) {
      return text(link.href().isBlank() ? words : words + " (" + link.href() + ")");
    }
    return escaping.link(words.isEmpty() ? href.get() : words, href.get());
  }

  private String within(String words) {
    String kept = Untrusted.cut(words, most);
    shortened |= !kept.equals(words);
    return kept;
  }
}
