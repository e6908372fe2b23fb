package io.tocsin.alertingest.edge.spool;

import org.jspecify.annotations.Nullable;

/** Neither Kafka nor the spool took a record; nothing is promised of it. */
public final class SpoolRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  SpoolRefused(Why why, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /** What must be mended. */
  public enum Why {
    /** As many bytes wait as may. */
    FULL,
    /** The disk does not take it, or does not answer. */
    UNWRITABLE
  }
}
