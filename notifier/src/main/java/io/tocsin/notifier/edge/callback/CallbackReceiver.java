package io.tocsin.notifier.edge.callback;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Who takes one provider's callbacks. A bean of this type is all it takes: its paths are then
 * served by {@link CallbackRoutes}, which limits, proves, counts and logs.
 */
public interface CallbackReceiver {

  /** The provider's name in metrics, logs and actors: {@code pagerduty}. */
  String provider();

  /** Where it is called: {@code /callbacks/pagerduty}, with {@code {…}} as Spring reads paths. */
  List<String> paths();

  /** What the operator has to set before anything can be proven, if anything. */
  Optional<String> missing();

  /** Whether people are told there what the engine decided, which is then read for them. */
  default boolean tellsOutcomes() {
    return false;
  }

  /** Whether the provider sent it, by its proof; asked only when nothing is {@link #missing}. */
  boolean isGenuine(Callback callback);

  /**
   * Does what a genuine callback asks. {@link Away} becomes a 503, so that the provider repeats it;
   * any other failure a 500.
   */
  Mono<Reply> receive(Callback callback);
}
