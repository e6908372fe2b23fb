package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.Base64;

/**
 * A record that could not be understood, kept as it came: the value of {@code quarantine} and
 * {@code dead-letters}.
 *
 * @param where the integration or the topic it came from
 * @param body the raw bytes, in Base64
 */
public record Rejected(String where, Reason reason, String body, Instant at) {

  public static Rejected of(String where, Reason reason, byte[] body, Instant at) {
    return new Rejected(where, reason, Base64.getEncoder().encodeToString(body), at);
  }

  /** The bytes as they came. */
  public byte[] raw() {
    return Base64.getDecoder().decode(body);
  }
}
