package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Alert;

/** A compiled condition of a rule. */
public interface Condition {

  /** Whether it holds for {@code alert} of the catalog's {@code service}. */
  boolean holds(Alert alert, String service) throws ConditionFailed;

  /** The text as the operator wrote it. */
  String text();

  /** It could not be evaluated: the alert becomes P1-unknown rather than staying silent. */
  final class ConditionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public ConditionFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
