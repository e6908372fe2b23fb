package io.tocsin.statuspage.core;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids as Statuspage has them: 12 lowercase letters and digits, made from what they name. */
public final class PublicId {
  private static final int LENGTH = 12;
  private static final int BASE = 36;

  private PublicId() {}

  /** The same parts give the same id, after any restart and on any machine. */
  public static String of(String... parts) {
    MessageDigest sha = sha256();
    for (String part : parts) {
      sha.update(part.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
    }
    String digits = new BigInteger(1, sha.digest()).toString(BASE);
    return digits.substring(digits.length() - LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
