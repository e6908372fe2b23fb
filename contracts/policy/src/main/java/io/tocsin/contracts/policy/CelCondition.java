package io.tocsin.contracts.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.tocsin.contracts.events.Alert;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A condition in CEL, compiled once when the policy is loaded. */
record CelCondition(String text, CelRuntime.Program program) implements Condition {

  @Override
  public boolean holds(Alert alert, String service) throws ConditionFailed {
    try {
      return Boolean.TRUE.equals(program.eval(variables(alert, service)));
    } catch (CelEvaluationException | RuntimeException e) {
      throw new ConditionFailed("the condition could not be evaluated: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> variables(Alert alert, String service) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("title", alert.title());
    variables.put("description", alert.description());
    variables.put("said", alert.said());
    variables.put("signal", alert.signal().name().toLowerCase(Locale.ROOT));
    variables.put("service", service);
    variables.put("source", alert.source());
    variables.put("environment", alert.environment());
    variables.put("level", Objects.requireNonNullElse(alert.level(), ""));
    variables.put("labels", alert.labels());
    return variables;
  }
}
