package io.tocsin.sandbox.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider tells Tocsin of what a person did, before it is written and signed.
 *
 * @param path where Tocsin takes it
 * @param headers besides the signature
 * @param payload the JSON object to send
 */
public record OutgoingCallback(
    Provider provider, String path, Map<String, String> headers, Map<String, Object> payload) {

  /** The headers of the call whose body is {@code body}, signed as this provider signs. */
  public Map<String, String> signed(String secret, byte[] body) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    String hex = Signature.hex(secret, body);
    if (provider == Provider.PAGERDUTY) {
      all.put("X-PagerDuty-Signature", "v1=" + hex);
    } else {
      all.put("X-Hub-Signature-256", "sha256=" + hex);
    }
    return all;
  }
}
