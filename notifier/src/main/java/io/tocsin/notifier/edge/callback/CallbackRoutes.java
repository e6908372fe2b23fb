package io.tocsin.notifier.edge.callback;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /callbacks/…}: how much, then who, then what. */
final class CallbackRoutes {
  private static final Logger log = LoggerFactory.getLogger(CallbackRoutes.class);
  private static final int LIMIT = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final CallbackMetrics metrics;

  CallbackRoutes(InstantSource clock, CallbackMetrics metrics) {
    this.clock = clock;
    this.metrics = metrics;
  }

  RouterFunction<ServerResponse> of(List<CallbackReceiver> receivers) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (CallbackReceiver receiver : receivers) {
      for (String path : receiver.paths()) {
        routes.POST(path, request -> take(request, receiver));
        routes.route(path(path), request -> CallbackProblem.METHOD.answer());
      }
    }
    return routes
        .route(path("/callbacks/**"), request -> CallbackProblem.NOTHING_HERE.answer())
        .build();
  }

  private Mono<ServerResponse> take(ServerRequest request, CallbackReceiver receiver) {
    long began = System.nanoTime();
    return DataBufferUtils.join(request.exchange().getRequest().getBody(), LIMIT)
        .map(CallbackRoutes::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(PATIENCE)
        .flatMap(body -> receive(callback(request, body), receiver))
        .onErrorResume(failed -> refuse(receiver, problem(receiver, failed)))
        .doFinally(end -> metrics.answered(receiver.provider(), System.nanoTime() - began));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Callback callback(ServerRequest request, byte[] body) {
    String query = request.uri().getRawQuery();
    return new Callback(
        request.uri().getRawPath() + (query == null ? "" : "?" + query),
        request.headers().asHttpHeaders(),
        body,
        clock.instant());
  }

  private Mono<ServerResponse> receive(Callback callback, CallbackReceiver receiver) {
    Optional<String> missing = receiver.missing();
    if (missing.isPresent()) {
      log.warn(
          "a callback of {} is refused, nothing can be proven: {}",
          receiver.provider(),
          missing.get());
      return refuse(receiver, CallbackProblem.UNCONFIGURED);
    }
    if (!receiver.isGenuine(callback)) {
      log.warn("{} is refused: its proof is missing, wrong or too old", callback);
      return refuse(receiver, CallbackProblem.NOT_GENUINE);
    }
    return receiver.receive(callback).flatMap(reply -> answer(receiver, reply));
  }

  private Mono<ServerResponse> answer(CallbackReceiver receiver, Reply reply) {
    metrics.count(receiver.provider(), reply.taken() ? "taken" : "ignored");
    if (reply.taken()) {
      log.info("a callback of {} was taken: {}", receiver.provider(), reply.note());
    } else {
      // providers report all that is done there, also by us
      log.debug("a callback of {} was ignored: {}", receiver.provider(), reply.note());
    }
    ServerResponse.BodyBuilder response = ServerResponse.status(reply.status());
    return reply.type() == null
        ? response.build()
        : response.contentType(reply.type()).bodyValue(reply.body());
  }

  private Mono<ServerResponse> refuse(CallbackReceiver receiver, CallbackProblem problem) {
    metrics.count(receiver.provider(), problem.outcome());
    return problem.answer();
  }

  private static CallbackProblem problem(CallbackReceiver receiver, Throwable failed) {
    if (failed instanceof DataBufferLimitException) {
      return CallbackProblem.TOO_LARGE;
    }
    if (failed instanceof TimeoutException) {
      return CallbackProblem.TOO_LATE;
    }
    if (failed instanceof Unreadable) {
      log.warn("a callback of {} is refused: {}", receiver.provider(), failed.getMessage());
      return CallbackProblem.UNREADABLE;
    }
    if (failed instanceof Away) {
      log.warn("a callback of {} must be repeated: {}", receiver.provider(), failed.getMessage());
      return CallbackProblem.AWAY;
    }
    log.error("a callback of {} met a fault of ours", receiver.provider(), failed);
    return CallbackProblem.BROKEN;
  }
}
