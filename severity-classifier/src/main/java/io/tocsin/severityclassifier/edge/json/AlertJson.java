package io.tocsin.severityclassifier.edge.json;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads an alert that has all that the classifier and everybody after it rely on. */
public final class AlertJson {
  private static final JsonSerde<Alert> SERDE = Topics.ALERTS.serde();

  private AlertJson() {}

  /** The alert in {@code bytes}. */
  public static Alert read(byte @Nullable [] bytes) throws UnreadableAlert {
    if (bytes == null || bytes.length == 0) {
      throw new UnreadableAlert("there is nothing in it; send an alert as JSON", null);
    }
    Alert alert = parse(bytes);
    List<String> missing = missing(alert);
    if (!missing.isEmpty()) {
      throw new UnreadableAlert("the alert lacks " + String.join(", ", missing), null);
    }
    return alert;
  }

  private static Alert parse(byte[] bytes) throws UnreadableAlert {
    try {
      return SERDE.value(bytes);
    } catch (SerializationException e) {
      throw new UnreadableAlert("it is no alert: " + firstLine(e), e);
    } catch (StackOverflowError e) {
      throw new UnreadableAlert("it is nested too deeply", e);
    }
  }

  private static List<String> missing(Alert alert) {
    Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
    wanted.put("id", alert.id());
    wanted.put("key", alert.key());
    wanted.put("integration", alert.integration());
    wanted.put("source", alert.source());
    wanted.put("signal", alert.signal());
    wanted.put("occurredAt", alert.occurredAt());
    wanted.put("receivedAt", alert.receivedAt());
    return wanted.entrySet().stream()
        .filter(field -> field.getValue() == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String firstLine(SerializationException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason was given");
  }
}
