package io.tocsin.alertingest.edge.http;

import io.tocsin.contracts.policy.Integration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The doors of all sources. A proven delivery that comes again gets the first one's answer again
 * and goes no further; whatever comes again later is still the same alert, by its id.
 */
final class Doors {
  private static final Logger log = LoggerFactory.getLogger(Doors.class);

  private final Map<String, Door> bySource = new HashMap<>();
  private final Repeats<ServerResponse> answered = new Repeats<>();

  Doors(List<Door> doors) {
    doors.forEach(door -> bySource.put(door.source(), door));
  }

  /**
   * @param accept what follows when the delivery may be read
   * @param refuse what follows when it may not
   */
  Mono<ServerResponse> open(
      Integration integration,
      byte[] body,
      Supplier<Mono<ServerResponse>> accept,
      Function<Problem, Mono<ServerResponse>> refuse) {
    Door door = bySource.get(integration.source());
    if (door == null) {
      return accept.get();
    }
    return door.open(integration, body)
        .map(delivery -> integration.name() + "/" + delivery)
        .flatMap(
            delivery ->
                Mono.justOrEmpty(answered.of(delivery))
                    .switchIfEmpty(
                        Mono.defer(accept).doOnNext(answer -> remember(delivery, answer))))
        .onErrorResume(
            Refused.class,
            refused -> {
              log.warn("a delivery of {} is refused: {}", integration.name(), refused.getMessage());
              return refuse.apply(refused.problem());
            });
  }

  private void remember(String delivery, ServerResponse answer) {
    if (answer.statusCode().is2xxSuccessful()) {
      answered.put(delivery, answer);
    }
  }
}
