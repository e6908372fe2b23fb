package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.events.Counterfactual.Compared;
import java.util.List;
import java.util.Set;

/** A compiled condition of a rule. */
public interface Condition {

  /** Whether it holds. */
  boolean holds(AlertReading alert) throws ConditionFailed, FactMissing;

  /** The text as the operator wrote it. */
  String text();

  /** Its parts, each with what the alert has and what it is held against. */
  List<Compared> compared(AlertReading alert);

  /** Whether it holds for every alert. */
  default boolean holdsAlways() {
    return false;
  }

  /** Labels that it takes without asking whether the alert has them: without, it fails. */
  default Set<String> labelsTakenForGranted() {
    return Set.of();
  }

  /** It could not be evaluated: the alert becomes P1-unknown rather than staying silent. */
  final class ConditionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public ConditionFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** It needs a fact that the alert does not say: no fault, so it knows of no stack. */
  final class FactMissing extends Exception {
    private static final long serialVersionUID = 1L;
    private final List<String> facts;

    public FactMissing(List<String> facts) {
      super("the alert does not say " + String.join(", ", facts), null, false, false);
      this.facts = List.copyOf(facts);
    }

    /** Their variables. */
    public List<String> facts() {
      return facts;
    }
  }
}
