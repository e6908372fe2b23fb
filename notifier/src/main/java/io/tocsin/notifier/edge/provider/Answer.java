package io.tocsin.notifier.edge.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a provider said.
 *
 * @param reference its own name for what it took
 * @param text for a person, without secrets
 */
public record Answer(Kind kind, @Nullable String reference, String text) {

  /** What it means for us. */
  public enum Kind {
    ACCEPTED,
    /** It will never take this. */
    REFUSED,
    /** It may take it later. */
    BUSY
  }

  /** What a status code means, the same for every provider: 408, 429 and 5xx may pass. */
  public static Kind kindOf(int status) {
    if (status >= 200 && status < 300) {
      return Kind.ACCEPTED;
    }
    return status == 408 || status == 429 || status >= 500 ? Kind.BUSY : Kind.REFUSED;
  }
}
