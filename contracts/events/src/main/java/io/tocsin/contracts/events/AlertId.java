package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One delivery of one alert. Made from the sender's delivery id, or from content and the sender's
 * time where there is none: a repeat is the same alert. With neither, every delivery is a new one.
 */
public record AlertId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AlertId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an alert id must not be blank");
    }
  }

  /** The sender names its deliveries. */
  public static AlertId ofDelivery(String integration, String deliveryId) {
    return new AlertId("a" + Hashes.of("delivery", integration, deliveryId));
  }

  /** The sender names no delivery but tells its time: the same content at the same time repeats. */
  public static AlertId ofContent(String integration, String content, String senderTime) {
    return new AlertId("a" + Hashes.of("content", integration, content, senderTime));
  }

  /** Neither is known: {@code unique} (chosen at the edge) makes every delivery a new alert. */
  public static AlertId ofChance(String integration, String unique) {
    return new AlertId("a" + Hashes.of("chance", integration, unique));
  }

  @Override
  public String toString() {
    return value;
  }
}
