package io.tocsin.contracts.runtime.alarm;

import org.jspecify.annotations.Nullable;

/** Nobody took the alarm: one line that says why and what to do, without secrets. */
public final class AlarmFailed extends Exception {
  private static final long serialVersionUID = 1L;

  public AlarmFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
