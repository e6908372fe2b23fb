package io.tocsin.notifier.edge.callback;

import io.tocsin.notifier.Fixtures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;

/** Callbacks as they come, and signatures made without our own code. */
public final class Given {
  private Given() {}

  public static Callback callback(String path, String body, Map<String, String> headers) {
    HttpHeaders all = new HttpHeaders();
    headers.forEach(all::add);
    return new Callback(path, all, body.getBytes(StandardCharsets.UTF_8), Fixtures.NOW);
  }

  public static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
