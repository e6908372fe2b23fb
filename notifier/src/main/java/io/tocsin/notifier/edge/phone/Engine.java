package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Hands commands to the engine and waits a moment for what it decides: Twilio would wait 15 s, but
 * a person holds the phone.
 */
final class Engine {
  static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final Outbox outbox;
  private final Function<String, CompletableFuture<Optional<IncidentEvent>>> outcomes;
  private final Verdicts verdicts;
  private final Duration patience;

  /**
   * @param outcomes what a command caused, by its id; asked for before it is published
   * @param patience how long whoever answered is kept waiting once the command is kept
   */
  Engine(
      Outbox outbox,
      Function<String, CompletableFuture<Optional<IncidentEvent>>> outcomes,
      Verdicts verdicts,
      Duration patience) {
    this.outbox = outbox;
    this.outcomes = outcomes;
    this.verdicts = verdicts;
    this.patience = patience;
  }

  /**
   * What whoever asked is told.
   *
   * @param withIt what is kept after the command and before anybody waits: they may hang up
   */
  Mono<String> ask(IncidentCommand command, Mono<Void> withIt) {
    return Mono.defer(
        () -> {
          var decided = outcomes.apply(command.id());
          return outbox
              .publish(command)
              .then(withIt)
              // a repeat of the callback may wait for the same future
              .then(Mono.fromFuture(decided, true).timeout(patience, Mono.just(Optional.empty())))
              .map(heard -> verdicts.words(command, heard));
        });
  }
}
