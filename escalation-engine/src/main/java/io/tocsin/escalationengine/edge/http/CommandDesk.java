package io.tocsin.escalationengine.edge.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.escalationengine.edge.view.Answer;
import io.tocsin.escalationengine.edge.view.CommandAnswers;
import io.tocsin.escalationengine.edge.view.CommandProducer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends a command and waits for the engine's answer; one that was answered before is not sent
 * again.
 */
final class CommandDesk {
  private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);

  private final CommandProducer producer;
  private final CommandAnswers answers;
  private final Duration patience;
  private final MeterRegistry metrics;

  CommandDesk(
      CommandProducer producer, CommandAnswers answers, Duration patience, MeterRegistry metrics) {
    this.producer = producer;
    this.answers = answers;
    this.patience = patience;
    this.metrics = metrics;
  }

  /** Whether the engine has answered this command already. */
  boolean isRepeated(String command) {
    return answers.known(command).isPresent();
  }

  /** The engine's answer, empty when there is none in time; 503 when Kafka is away. */
  Mono<Optional<Answer>> submit(IncidentCommand command) {
    return Mono.defer(
        () -> {
          boolean repeated = checkRepeated(command);
          Timer.Sample waiting = Timer.start(metrics);
          CompletableFuture<Answer> answer = answers.await(command.id());
          return (repeated ? Mono.<Void>empty() : send(command))
              .then(
                  Mono.fromFuture(answer)
                      .map(Optional::of)
                      .timeout(patience, Mono.just(Optional.empty())))
              .publishOn(Schedulers.parallel())
              .doOnNext(said -> count(command, outcome(said, repeated), waiting))
              .doOnError(failure -> count(command, "unavailable", waiting))
              .doFinally(signal -> answers.forget(command.id(), answer));
        });
  }

  /** Whether the key was used before, which is only good for the same incident. */
  private boolean checkRepeated(IncidentCommand command) {
    Optional<Answer> known = answers.known(command.id());
    boolean another =
        known
            .filter(answer -> !answer.refused() || answer.incident() != null)
            .filter(
                answer ->
                    command.incident() == null
                        ? !answer.opened()
                        : !command.incident().equals(answer.incident()))
            .isPresent();
    if (another) {
      throw ApiProblem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "this Idempotency-Key was used for another command; take a new one");
    }
    return known.isPresent();
  }

  private Mono<Void> send(IncidentCommand command) {
    return Mono.defer(() -> Mono.fromFuture(producer.send(command)))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(failure -> unavailable(command, failure));
  }

  private static ApiProblem unavailable(IncidentCommand command, Throwable failure) {
    log.error("command {} could not be given to Kafka: {}", command.id(), failure.toString());
    return ApiProblem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Kafka does not take the command now; repeat it with Idempotency-Key '"
            + command.id()
            + "', which never takes effect twice");
  }

  private static String outcome(Optional<Answer> said, boolean repeated) {
    if (repeated) {
      return "repeated";
    }
    return said.map(answer -> answer.refused() ? "refused" : "accepted").orElse("unanswered");
  }

  private void count(IncidentCommand command, String outcome, Timer.Sample waiting) {
    String action = command.action().wireName();
    metrics.counter("tocsin.engine.commands", "action", action, "outcome", outcome).increment();
    waiting.stop(metrics.timer("tocsin.engine.command.wait", "action", action));
  }
}
