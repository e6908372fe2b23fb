package io.tocsin.notifier.edge.slack;

import java.util.regex.Pattern;

/** Words of others on one line, as Slack's {@code plain_text} takes them. */
public final class PlainWords {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u200B-\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]+");

  private PlainWords() {}

  /** Without characters that would hide or turn what follows. */
  public static String of(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** At most {@code limit} UTF-16 units, no character halved; what was cut is marked. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
