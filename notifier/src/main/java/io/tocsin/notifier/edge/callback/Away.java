package io.tocsin.notifier.edge.callback;

/** Something that a callback needs did not answer in time: its sender must repeat it. */
public abstract class Away extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected Away(String message, Throwable cause) {
    super(message, cause);
  }
}
