package io.tocsin.contracts.policy.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A pattern of RE2's, whose time is linear in the text. Most alerts hold none of the words that a
 * pattern cannot do without; there it is not asked at all, which is a hundred times quicker.
 */
public final class TextPattern {
  private final Pattern pattern;
  private final List<String> landmarks;

  private TextPattern(Pattern pattern, List<String> landmarks) {
    this.pattern = pattern;
    this.landmarks = landmarks;
  }

  /** Throws {@link com.google.re2j.PatternSyntaxException} for what is no pattern of RE2's. */
  public static TextPattern of(String pattern) {
    return new TextPattern(
        Pattern.compile(pattern), Landmarks.of(pattern).stream().map(TextPattern::folded).toList());
  }

  public boolean isIn(String text) {
    return mayBeIn(text) && pattern.matcher(text).find();
  }

  /** At the first place where it is found. */
  public Optional<Matcher> find(String text) {
    if (!mayBeIn(text)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private boolean mayBeIn(String text) {
    if (landmarks.isEmpty()) {
      return true;
    }
    String folded = folded(text);
    return landmarks.stream().anyMatch(folded::contains);
  }

  /**
   * As {@code (?i)} takes letters for the same: the long s is the only one that lower case keeps.
   */
  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ſ', 's');
  }
}
