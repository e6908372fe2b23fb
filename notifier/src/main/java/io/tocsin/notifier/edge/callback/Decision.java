package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.IncidentCommand;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * What a callback comes to.
 *
 * @param command empty where nothing follows
 * @param note why not, or what it is: for the log, without a person's own words
 */
public record Decision(Optional<IncidentCommand> command, String note) {

  public static Decision nothing(String note) {
    return new Decision(Optional.empty(), note);
  }

  public static Decision of(IncidentCommand command) {
    return new Decision(
        Optional.of(command),
        "%s of %s by %s"
            .formatted(command.action().wireName(), command.incident(), command.by().id()));
  }

  /** Publishes the command, if there is one, and says so. */
  public Mono<Reply> publish(Commands commands) {
    return command
        .map(asked -> commands.publish(asked).thenReturn(Reply.taken(note)))
        .orElseGet(() -> Mono.just(Reply.ignored(note)));
  }
}
