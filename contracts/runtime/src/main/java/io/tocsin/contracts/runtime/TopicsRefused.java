package io.tocsin.contracts.runtime;

import org.jspecify.annotations.Nullable;

/** The topics are not as they must be: one line that says what and what to do. */
public final class TopicsRefused extends Exception {
  private static final long serialVersionUID = 1L;

  TopicsRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
