package io.tocsin.contracts.events;

/** The four levels of RUN-02.1a, most severe first. */
public enum Severity {
  P1,
  P2,
  P3,
  P4;

  public boolean isHigherThan(Severity other) {
    return ordinal() < other.ordinal();
  }

  /** The more severe of the two. */
  public Severity orHigher(Severity other) {
    return isHigherThan(other) ? this : other;
  }

  /** The less severe of the two: what {@code MED-env} does to an alert that is not production. */
  public Severity atMost(Severity ceiling) {
    return isHigherThan(ceiling) ? ceiling : this;
  }
}
