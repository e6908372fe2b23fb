package io.tocsin.alertingest.core.datadog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title without the brackets that Datadog puts before it: {@code [P1] [Re-Triggered on {host:x}]
 * Host is down}. In the default template the state is nowhere else.
 *
 * @param text what the alert is about, the same in every state
 * @param state as written
 * @param level {@code P1} to {@code P5}
 * @param scope the tags in the braces
 */
record StateTitle(
    String text, Optional<String> state, Optional<String> level, Optional<String> scope) {
  private static final Pattern BRACKET =
      Pattern.compile(
          "\\s*\\[\\s*(?:(?<level>P[1-5])"
              + "|(?<state>Re-?Triggered|Triggered|Re-?No Data|No Data|Re-?Warn|Warn"
              + "|Re-?notify|Recovered)(?:\\s+on\\s+\\{(?<scope>.*?)\\})?"
              + "|(?<other>[a-z][a-z -]{0,30}) on \\{(?<otherscope>.*?)\\})\\s*\\]\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static StateTitle of(String title) {
    Matcher bracket = BRACKET.matcher(title);
    String state = null;
    String level = null;
    String scope = null;
    int end = 0;
    while (bracket.region(end, title.length()).lookingAt()) {
      state = firstOf(state, bracket.group("state"), bracket.group("other"));
      scope = firstOf(scope, bracket.group("scope"), bracket.group("otherscope"));
      level = firstOf(level, bracket.group("level"), null);
      end = bracket.end();
    }
    String text = title.substring(end).strip();
    return new StateTitle(
        text.isEmpty() ? title : text,
        Optional.ofNullable(state),
        Optional.ofNullable(level).map(found -> found.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(scope));
  }

  private static @Nullable String firstOf(
      @Nullable String known, @Nullable String found, @Nullable String other) {
    return known != null ? known : found != null ? found : other;
  }
}
