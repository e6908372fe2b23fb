package io.tocsin.notifier.edge.callback;

import org.jspecify.annotations.Nullable;

/** A genuine callback whose body is not of the provider's form: answered 400. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected, without the body's own words
   */
  public Unreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
