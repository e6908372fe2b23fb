package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One alert of one sender over its whole life: the integration's name (never its secret) and the
 * sender's own dedup key, hashed. The key of {@code alerts}.
 */
public record AlertKey(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AlertKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an alert key must not be blank");
    }
  }

  public static AlertKey of(String integration, String senderKey) {
    return new AlertKey(integration + ":" + Hashes.of(senderKey));
  }

  @Override
  public String toString() {
    return value;
  }
}
