package io.tocsin.contracts.runtime;

import java.util.regex.Pattern;

/** Words of others, made fit to be shown. */
public final class Text {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u200B-\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]+");
  private static final String CUT = "…";

  private Text() {}

  /** On one line, without characters that would hide or turn what follows. */
  public static String plain(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** At most {@code limit} code points; what was cut is marked. */
  public static String cut(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + CUT;
  }
}
