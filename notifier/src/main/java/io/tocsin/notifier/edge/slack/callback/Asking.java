package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.KafkaAway;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes commands of wishes, where the policy lets whoever has them. */
class Asking {
  private final Persons persons;
  private final Permits permits;
  private final Function<IncidentCommand, Mono<Void>> publish;
  private final Function<String, CompletableFuture<String>> outcomes;
  private final Patience patience;

  /**
   * @param outcomes what becomes of a command, by its id; asked for before it is published
   */
  Asking(
      Persons persons,
      Permits permits,
      Function<IncidentCommand, Mono<Void>> publish,
      Function<String, CompletableFuture<String>> outcomes,
      Patience patience) {
    this.persons = persons;
    this.permits = permits;
    this.publish = publish;
    this.outcomes = outcomes;
    this.patience = patience;
  }

  /**
   * Done when the command is durable, or refused. Fails with {@link PersonAway} when it matters who
   * asks and Slack does not say it in time: the repeat finds what is said later; with {@link
   * KafkaAway} when Kafka does not take it in time: the repeat has the same id.
   */
  Mono<Asked> of(Wish wish) {
    return person(wish.team(), wish.user())
        .onErrorResume(
            PersonAway.class,
            away ->
                wish.action() instanceof CommandAction.Note
                    ? Mono.just(Optional.empty())
                    : Mono.error(away))
        .flatMap(who -> ask(wish, who));
  }

  /**
   * Why {@code user} may do nothing to the team's incidents; empty where they may. Fails with
   * {@link PersonAway} when Slack does not say in time who they are.
   */
  Mono<Optional<String>> refusal(TeamCode team, SlackUser user) {
    return person(team, user).map(who -> permits.refusal(team, user, who));
  }

  private Mono<Optional<String>> person(TeamCode team, SlackUser user) {
    return Mono.fromCallable(() -> persons.of(team, user))
        .subscribeOn(Schedulers.boundedElastic())
        // goes on when nobody waits for it any more, and is then remembered
        .cache()
        .timeout(patience.lookUp())
        .onErrorMap(TimeoutException.class, late -> new PersonAway(user, late));
  }

  private Mono<Asked> ask(Wish wish, Optional<String> who) {
    Optional<String> refusal = refusal(wish, who);
    if (refusal.isPresent()) {
      return Mono.just(Asked.refused(refusal.get()));
    }
    String id = Commands.id(Channel.SLACK.wireName(), wish.delivery());
    IncidentCommand command =
        new IncidentCommand(
            id,
            wish.team(),
            wish.incident(),
            new Actor(who.orElse(wish.user().id()), Channel.SLACK.wireName()),
            wish.at(),
            wish.action());
    CompletableFuture<String> said = outcomes.apply(id);
    return publish
        .apply(command)
        .timeout(patience.taking())
        .onErrorMap(TimeoutException.class, KafkaAway::new)
        .thenReturn(new Asked(true, said));
  }

  /** Anybody's comment is awareness, and stops nothing. */
  private Optional<String> refusal(Wish wish, Optional<String> who) {
    if (wish.action() instanceof CommandAction.Note) {
      return Optional.empty();
    }
    return wish.action() instanceof CommandAction.Acknowledge
        ? permits.refusalToAcknowledge(wish.team(), wish.user(), who)
        : permits.refusal(wish.team(), wish.user(), who);
  }
}
