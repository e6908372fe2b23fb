package io.tocsin.notifier.edge.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What only somebody who has the secret can say of a text. Compared in constant time. */
public final class Proof {
  private final byte[] value;

  private Proof(byte[] value) {
    this.value = value;
  }

  /** HMAC-SHA256 over {@code parts}, one after the other. */
  public static Proof sha256(String secret, byte[]... parts) {
    return of("HmacSHA256", secret, parts);
  }

  /** HMAC-SHA1, for providers that know no better. */
  public static Proof sha1(String secret, byte[]... parts) {
    return of("HmacSHA1", secret, parts);
  }

  private static Proof of(String algorithm, String secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return new Proof(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }

  /** Whether {@code said} is this, in hex digits of either case. */
  public boolean isHex(@Nullable String said) {
    if (said == null) {
      return false;
    }
    try {
      return MessageDigest.isEqual(value, HexFormat.of().parseHex(said));
    } catch (IllegalArgumentException noHex) {
      return false;
    }
  }

  /** Whether {@code said} is this, in base 64. */
  public boolean isBase64(@Nullable String said) {
    if (said == null) {
      return false;
    }
    try {
      return MessageDigest.isEqual(value, Base64.getDecoder().decode(said));
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}
