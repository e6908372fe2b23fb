package io.tocsin.sandbox.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider tells Tocsin of what was done there, before it is written and signed.
 *
 * @param path where Tocsin takes it
 * @param headers besides the signature
 * @param payload the JSON object to send
 */
public record OutgoingCallback(
    Provider provider, String path, Map<String, String> headers, Map<String, Object> payload) {

  /** The header that says when Slack signed. */
  static final String SLACK_TIMESTAMP = "X-Slack-Request-Timestamp";

  /** Whether its body is a form: each field as it is, or as JSON. */
  public boolean isForm() {
    return provider == Provider.SLACK && !path.endsWith("/events");
  }

  private byte[] dated(byte[] body) {
    byte[] head = ("v0:" + headers.get(SLACK_TIMESTAMP) + ":").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** The headers of the call whose body is {@code body}, signed as this provider signs. */
  public Map<String, String> signed(String secret, byte[] body) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    if (provider == Provider.SLACK) {
      all.put("X-Slack-Signature", "v0=" + Signature.hex(secret, dated(body)));
      return all;
    }
    String hex = Signature.hex(secret, body);
    if (provider == Provider.PAGERDUTY) {
      all.put("X-PagerDuty-Signature", "v1=" + hex);
    } else {
      all.put("X-Hub-Signature-256", "sha256=" + hex);
    }
    return all;
  }
}
