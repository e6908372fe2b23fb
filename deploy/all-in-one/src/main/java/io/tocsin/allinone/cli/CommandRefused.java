package io.tocsin.allinone.cli;

/** A command that was not carried out: one line that says why and what to do. */
public final class CommandRefused extends Exception {
  private static final long serialVersionUID = 1L;

  CommandRefused(String message) {
    super(message);
  }

  CommandRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
