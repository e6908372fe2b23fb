package io.tocsin.notifier.edge.slack;

/** How long Slack's {@code plain_text} may be. */
public final class PlainWords {
  private PlainWords() {}

  /** At most {@code limit} UTF-16 units, no character halved; what was cut is marked. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
