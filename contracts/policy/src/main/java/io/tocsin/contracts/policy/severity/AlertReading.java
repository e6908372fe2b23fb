package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.events.Alert;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An alert as conditions see it, read once for all rules.
 *
 * @param variables by the names of {@link CelLanguage#TEXTS}, {@code labels}, {@code text}, and
 *     {@code fact.NAME} for what the alert says
 */
public record AlertReading(Alert alert, Map<String, Object> variables) {

  static AlertReading of(Alert alert, String service, Map<String, Object> facts) {
    Map<String, Object> variables = new HashMap<>(facts);
    variables.put("title", alert.title());
    variables.put("description", alert.description());
    variables.put("text", AlertFields.text(alert));
    variables.put("said", alert.said());
    variables.put("signal", alert.signal().name().toLowerCase(Locale.ROOT));
    variables.put("service", service);
    variables.put("source", alert.source());
    variables.put("environment", alert.environment());
    variables.put("level", Objects.requireNonNullElse(alert.level(), ""));
    variables.put("labels", alert.labels());
    return new AlertReading(alert, variables);
  }
}
