package io.tocsin.alertingest.edge.http;

/** A delivery that a {@link Door} does not let in; the message says why, to an operator. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  public Refused(Problem problem, String reason) {
    super(reason);
    this.problem = problem;
  }

  /** What the sender is told. */
  public Problem problem() {
    return problem;
  }
}
