package io.tocsin.allinone;

import org.jspecify.annotations.Nullable;

/** Why nothing was started: one line for a person, and how the process ends. */
public final class StartRefused extends Exception {
  /** What was given is wrong: policies, options. */
  public static final int WRONG_INPUT = 2;

  /** What was found is wrong: ports, folders, Kafka, a service. */
  public static final int WRONG_SURROUNDINGS = 1;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private StartRefused(String message, int exitCode, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public static StartRefused wrongInput(String message) {
    return new StartRefused(message, WRONG_INPUT, null);
  }

  public static StartRefused because(String message) {
    return new StartRefused(message, WRONG_SURROUNDINGS, null);
  }

  public static StartRefused because(String message, Throwable cause) {
    return new StartRefused(message, WRONG_SURROUNDINGS, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
