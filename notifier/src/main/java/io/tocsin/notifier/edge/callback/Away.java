package io.tocsin.notifier.edge.callback;

import org.jspecify.annotations.Nullable;

/** Something that a callback needs did not answer in time: its sender must repeat it. */
public abstract class Away extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String told;

  /**
   * @param told what a person whose deed it was is told of it, as a sentence
   * @param cause null where nothing failed
   */
  protected Away(String message, String told, @Nullable Throwable cause) {
    super(message, cause, false, cause != null);
    this.told = told;
  }

  /** A sentence for the person whose deed it was. */
  public String told() {
    return told;
  }
}
