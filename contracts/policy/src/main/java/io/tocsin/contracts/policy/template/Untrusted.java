package io.tocsin.contracts.policy.template;

import java.util.regex.Pattern;

/** What is done to the words of anybody before any channel sees them. */
final class Untrusted {
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n?|[\\u000B\\u000C\\u0085\\u2028\\u2029]");

  /** Control characters, what turns the direction of text round, and half of a character. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

  private static final Pattern WWW = Pattern.compile("(?i)www\\.");
  private static final Pattern LAST_WORD = Pattern.compile("\\s\\S{0,20}\\z");

  private Untrusted() {}

  /** Lines end in {@code \n}, nothing unseen is left. */
  static String clean(String words) {
    if (words.chars().allMatch(Untrusted::isPlain)) {
      return words.strip();
    }
    String lines = LINE_END.matcher(words).replaceAll("\n");
    return UNSEEN.matcher(lines).replaceAll("").replaceAll("[\\t\\u00A0]", " ").strip();
  }

  /** What most words are made of, and none of the patterns touches. */
  private static boolean isPlain(int character) {
    return character >= ' ' && character <= '~' || character == '\n';
  }

  /** An address stays legible, and nobody is led there by a click: {@code https[:]//…}. */
  static String unlinked(String words) {
    return WWW.matcher(words.replace("://", "[:]//")).replaceAll("www[.]");
  }

  /** At most about {@code most} characters, and how many were left out. */
  static String cut(String words, int most) {
    int length = words.codePointCount(0, words.length());
    if (length <= most) {
      return words;
    }
    String kept = words.substring(0, words.offsetByCodePoints(0, most));
    kept = LAST_WORD.matcher(kept).replaceFirst("").strip();
    int left = length - kept.codePointCount(0, kept.length());
    return kept + " … (" + left + " more characters)";
  }
}
