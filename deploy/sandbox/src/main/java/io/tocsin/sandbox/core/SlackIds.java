package io.tocsin.sandbox.core;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Slack's ids, the same for a name in every life of the sandbox. */
public final class SlackIds {
  private static final Pattern ID = Pattern.compile("[CDGUW][A-Z0-9]{6,20}");
  private static final int LENGTH = 9;

  private SlackIds() {}

  /** Whether {@code word} is an id of a channel, direct messages or a person. */
  public static boolean isId(String word) {
    return ID.matcher(word).matches();
  }

  /** Of a channel by its name, without the {@code #}. */
  public static String channel(String name) {
    return isId(name) ? name : made('C', name);
  }

  /** Of a person by the user name, without the {@code @}. */
  public static String user(String name) {
    return isId(name) ? name : made('U', name);
  }

  /** Of the direct messages with a person. */
  public static String direct(String user) {
    return made('D', user);
  }

  /** Of the form that this trigger opened. */
  static String view(String trigger) {
    return made('V', trigger);
  }

  private static String made(char kind, String name) {
    UUID hash = UUID.nameUUIDFromBytes((kind + name).getBytes(StandardCharsets.UTF_8));
    String digits =
        Long.toString(hash.getMostSignificantBits() & Long.MAX_VALUE, 36).toUpperCase(Locale.ROOT);
    return kind + ("000000000" + digits).substring(digits.length() + 9 - LENGTH);
  }
}
