package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Heartbeats;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code /heartbeat/{name}} takes beats, by any method; {@code GET /heartbeats} tells of them. They
 * are not among the requests: nobody sent anybody anything.
 */
final class HeartbeatPaths {
  private final Heartbeats heartbeats;
  private final SandboxJson json;
  private final InstantSource clock;

  HeartbeatPaths(Heartbeats heartbeats, SandboxJson json, InstantSource clock) {
    this.heartbeats = heartbeats;
    this.json = json;
    this.clock = clock;
  }

  Mono<ServerResponse> beat(ServerRequest request) {
    heartbeats.beat(request.pathVariable("name"), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return ok(Map.of("ok", true));
  }

  Mono<ServerResponse> all(ServerRequest request) {
    return ok(heartbeats.all());
  }

  private Mono<ServerResponse> ok(Object said) {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(json.write(said));
  }
}
