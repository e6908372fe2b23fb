package io.tocsin.alertingest.core;

import java.nio.charset.StandardCharsets;

/** Outside text made safe to store and show: whole characters, of bounded length. */
public final class Text {
  /** Ends a text that was cut. */
  public static final String CUT = " … (cut)";

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /** One line: control and bidirectional characters gone, white space single. */
  public static String line(String text) {
    return clean(text, false).strip();
  }

  /** Several lines: as {@link #line}, but line breaks and tabs stay. */
  public static String block(String text) {
    return clean(text, true).strip();
  }

  /** At most {@code max} UTF-16 units, never half a character. */
  public static String atMost(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, wholeCharacter(text, max - CUT.length())) + CUT;
  }

  /** At most {@code max} bytes of UTF-8, never half a character. */
  public static String atMostBytes(String text, int max) {
    if (text.length() * 3L <= max || text.getBytes(StandardCharsets.UTF_8).length <= max) {
      return text;
    }
    int room = max - CUT.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    for (int bytes = 0; end < text.length(); ) {
      int codePoint = text.codePointAt(end);
      bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (bytes > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + CUT;
  }

  private static int wholeCharacter(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static String clean(String text, boolean keepLines) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      append(clean, codePoint, keepLines);
    }
    return clean.toString();
  }

  private static void append(StringBuilder clean, int codePoint, boolean keepLines) {
    if (codePoint == '\n' || codePoint == '\t') {
      if (keepLines) {
        clean.append((char) codePoint);
      } else if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    } else if (Character.getType(codePoint) == Character.SURROGATE) {
      clean.append(REPLACEMENT);
    } else if (!Character.isISOControl(codePoint) && !isBidirectional(codePoint)) {
      clean.appendCodePoint(codePoint);
    }
  }

  /** Nearly all text is printable ASCII, which nothing has to be done about. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isBidirectional(int codePoint) {
    return codePoint == 0x061C
        || (codePoint >= 0x200E && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }
}
