package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts as the rules see them. */
public final class Alerts {
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

  private Alerts() {}

  public static Alert titled(String title) {
    return of(title, "", Map.of());
  }

  public static Alert of(String title, String description, Map<String, String> labels) {
    return new Alert(
        AlertId.ofDelivery("datadog-rx", title),
        AlertKey.of("datadog-rx", title),
        "datadog-rx",
        "datadog",
        Signal.TRIGGERED,
        "Triggered",
        title,
        description,
        null,
        Alert.PRODUCTION,
        null,
        labels,
        List.of(),
        NOON,
        NOON,
        true);
  }
}
