package io.tocsin.contracts.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have to be otherwise for an alert to be judged otherwise (RUN-02.2).
 *
 * @param conditions the parts of the deciding rule's condition; empty when none decided by one
 * @param otherwise the level without the deciding rule; null when it would be no alarm
 * @param otherwiseBy the rule that would decide then, and its sentence
 */
public record Counterfactual(
    List<Compared> conditions, @Nullable Severity otherwise, Reason otherwiseBy) {
  public Counterfactual {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /**
   * One part of a condition.
   *
   * @param text as the operator wrote it, or as close as CEL gives it back
   * @param actual what the alert has; null when the part compares nothing
   * @param threshold what it is held against; null when the part compares nothing
   */
  public record Compared(
      String text, @Nullable String actual, @Nullable String threshold, boolean holds) {}
}
