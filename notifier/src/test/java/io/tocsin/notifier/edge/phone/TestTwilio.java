package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.callback.Callback;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;

/** What Twilio calls back, signed as Twilio signs. */
final class TestTwilio {
  private TestTwilio() {}

  static Callback signed(String path, Map<String, String> fields) {
    return callback(path, fields, proof(TestPhone.TOKEN, path, fields));
  }

  static Callback callback(String path, Map<String, String> fields, String proof) {
    HttpHeaders headers = new HttpHeaders();
    if (proof != null) {
      headers.set("X-Twilio-Signature", proof);
    }
    String body =
        fields.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Callback(path, headers, body.getBytes(StandardCharsets.UTF_8), Fixtures.NOW);
  }

  static String proof(String token, String path, Map<String, String> fields) {
    StringBuilder text = new StringBuilder("https://tocsin.example.com" + path);
    new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
