package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.OutgoingCallback;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Tells Tocsin of what it did itself, as providers do: they report what programs do by the same
 * webhooks as what people do. A few at once, and what is not heard is not told again.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
  private static final int AT_ONCE = 4;
  private static final int WAITING = 1_000;

  private final boolean wanted;
  private final Sinks.Many<OutgoingCallback> waiting =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING));
  private final Disposable telling;

  /**
   * @param wanted whether anything is told
   */
  public Webhooks(CallbackSender sender, boolean wanted) {
    this.wanted = wanted;
    this.telling =
        waiting
            .asFlux()
            .publishOn(Schedulers.boundedElastic())
            .flatMap(webhook -> told(sender, webhook), AT_ONCE)
            .subscribe();
  }

  /** Soon; dropped where a thousand wait already. */
  synchronized void tell(OutgoingCallback webhook) {
    if (!wanted) {
      return;
    }
    Sinks.EmitResult result = waiting.tryEmitNext(webhook);
    if (result.isFailure()) {
      log.debug("a webhook of {} is dropped: {}", webhook.provider().word(), result);
    }
  }

  private static Mono<CallbackSender.Answered> told(
      CallbackSender sender, OutgoingCallback webhook) {
    return Mono.defer(() -> sender.send(webhook))
        .onErrorResume(
            untold -> {
              log.debug(
                  "a webhook of {} was not heard: {}",
                  webhook.provider().word(),
                  untold.toString());
              return Mono.empty();
            });
  }

  @Override
  public void close() {
    telling.dispose();
  }
}
