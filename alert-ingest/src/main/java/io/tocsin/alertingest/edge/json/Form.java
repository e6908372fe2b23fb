package io.tocsin.alertingest.edge.json;

import io.tocsin.alertingest.core.Unreadable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** {@code application/x-www-form-urlencoded}, also when the content type does not say so. */
final class Form {
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z0-9_.\\-%+\\[\\]]{1,100}=");
  private static final Pattern NEVER_RAW = Pattern.compile("[\\s<>\"{}]");

  private Form() {}

  static boolean looksLikeOne(String text) {
    return BEGINNING.matcher(text).lookingAt() && !NEVER_RAW.matcher(text).find();
  }

  static String decoded(String text) throws Unreadable {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("the form is broken: a percent sign without two hex digits");
    }
  }
}
