package io.tocsin.notifier.edge.provider;

import java.io.IOException;

/**
 * One call to a provider, which may be tried more than once: each try carries the same idempotency
 * key, so that a provider which took the first takes no second.
 */
public interface ProviderCall {

  /** What the provider counts calls by. It may be a secret: it is compared, never shown. */
  String limitedBy();

  /** Calls allowed a minute for {@link #limitedBy()}; 0 for no limit. */
  int perMinute();

  /**
   * Tries once and waits for the answer.
   *
   * @throws IOException when there was none
   */
  Answer attempt() throws IOException;

  /**
   * Says before the first try that the same may have been sent before, as by a life of ours that
   * ended too early. A provider that does not tell repetitions by a key is asked first.
   */
  default void maybeSent() {}

  /** Gives up a try that is under way, from another thread. */
  void cancel();
}
