package io.tocsin.notifier.edge.slack.callback;

import java.util.concurrent.CompletableFuture;

/**
 * What became of a wish.
 *
 * @param taken whether a command was made of it; if not, {@code said} is there and says why
 * @param said for the person, once it is known
 */
record Asked(boolean taken, CompletableFuture<String> said) {

  static Asked refused(String why) {
    return new Asked(false, CompletableFuture.completedFuture(why));
  }
}
