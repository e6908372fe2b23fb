package io.tocsin.severityclassifier.core;

import java.util.Objects;

/**
 * A stretch of an alert's life that went one way.
 *
 * @param since the position of the record that chose the destination
 * @param byTrigger whether a trigger chose it; one that a recovery chose binds no trigger
 */
public record Leg(Destination destination, long since, boolean byTrigger) {
  public Leg {
    Objects.requireNonNull(destination, "a leg leads somewhere");
  }
}
