package io.tocsin.contracts.policy.template;

/** Cuts the end off a finished text, at the end of a line or word, and says so. */
final class Ending {
  private static final int ROOM_FOR_THE_NOTE = 40;

  private Ending() {}

  /** {@code text} within {@code limit} characters. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int most = limit - ROOM_FOR_THE_NOTE;
    int end = text.lastIndexOf('\n', most);
    if (end < most / 2) {
      end = text.lastIndexOf(' ', most);
    }
    if (end < most / 2) {
      end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
    String kept = text.substring(0, end).stripTrailing();
    return kept + " … (" + (text.length() - kept.length()) + " more characters)";
  }
}
