package io.tocsin.alertingest.core;

/** Nothing of a body can be understood; the message says why, to a person. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unreadable(String message) {
    super(message);
  }
}
