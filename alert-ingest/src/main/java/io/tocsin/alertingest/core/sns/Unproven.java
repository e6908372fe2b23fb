package io.tocsin.alertingest.core.sns;

/** A message that anybody may have sent; the message says why, to an operator. */
public final class Unproven extends Exception {
  private static final long serialVersionUID = 1L;

  public Unproven(String message) {
    super(message);
  }
}
