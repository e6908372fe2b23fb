package io.tocsin.severityclassifier.edge.json;

import org.jspecify.annotations.Nullable;

/** There is no alert in these bytes; the message says why, to a person. */
public final class UnreadableAlert extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableAlert(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
