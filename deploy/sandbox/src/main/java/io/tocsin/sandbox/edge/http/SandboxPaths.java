package io.tocsin.sandbox.edge.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.tocsin.sandbox.core.Heartbeats;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Which path leads where. */
public final class SandboxPaths {

  private SandboxPaths() {}

  /**
   * All paths of the sandbox but its health.
   *
   * @param pages adds those that are pages
   */
  public static RouterFunction<ServerResponse> of(
      Reception reception,
      People acting,
      Webhooks webhooks,
      Heartbeats beats,
      SandboxJson json,
      Consumer<RouterFunctions.Builder> pages) {
    RecordPaths records = new RecordPaths(reception, json);
    FaultPaths faults = new FaultPaths(reception, json);
    PeoplePath people = new PeoplePath(acting, json);
    HeartbeatPaths heartbeats = new HeartbeatPaths(beats, json, InstantSource.system());
    RouterFunctions.Builder paths =
        RouterFunctions.route()
            .GET("/requests", records::requests)
            .DELETE("/requests", records::forget)
            .GET("/faults", faults::pending)
            .POST("/faults", faults::add)
            .DELETE("/faults", faults::forget)
            .POST("/people", people::act)
            .GET("/heartbeats", heartbeats::all)
            .route(path("/heartbeat/{name}"), heartbeats::beat)
            .GET("/pagerduty/alerts", records::alerts)
            .GET("/slack/messages", records::slack);
    pages.accept(paths);
    addProviders(paths, new ProviderPaths(reception, acting, webhooks));
    return paths
        .route(any -> true, Problems::nothingHere)
        .filter(new OwnPages())
        .onError(ResponseStatusException.class, (problem, request) -> known(problem))
        .build();
  }

  private static void addProviders(RouterFunctions.Builder paths, ProviderPaths receiver) {
    for (Provider provider : Provider.values()) {
      if (provider.path().isEmpty()) {
        continue;
      }
      paths.path(
          provider.path(),
          below -> below.route(any -> true, request -> receiver.receive(provider, request)));
    }
  }

  private static Mono<ServerResponse> known(Throwable problem) {
    return Problems.of((ResponseStatusException) problem);
  }
}
