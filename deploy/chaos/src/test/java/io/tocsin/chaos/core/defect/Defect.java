package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.History;
import java.util.function.UnaryOperator;

/**
 * A fault, seeded.
 *
 * @param name what goes wrong, for people
 * @param caughtBy the name of the invariant that must notice
 * @param seeding makes a faulty history of a correct one
 */
public record Defect(String name, String caughtBy, UnaryOperator<History> seeding) {

  /** The history as it were with this fault. */
  public History in(History correct) {
    return seeding.apply(correct);
  }

  @Override
  public String toString() {
    return name + " is caught by " + caughtBy;
  }
}
