package io.tocsin.sandbox.edge.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.time.InstantSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Which path leads where. */
public final class SandboxPaths {

  private SandboxPaths() {}

  /** All paths of the sandbox but its health. */
  public static RouterFunction<ServerResponse> of(
      Reception reception, CallbackSender sender, SandboxJson json) {
    RecordPaths records = new RecordPaths(reception, json);
    FaultPaths faults = new FaultPaths(reception, json);
    PeoplePath people = new PeoplePath(reception, sender, json);
    MessagesPath messages = new MessagesPath(reception, json);
    HeartbeatPaths heartbeats = new HeartbeatPaths(json, InstantSource.system());
    ClassPathResource style = new ClassPathResource("sandbox.css", SandboxPaths.class);
    RouterFunctions.Builder paths =
        RouterFunctions.route()
            .GET("/", messages::show)
            .GET("/sandbox.css", request -> css(style))
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
    addProviders(paths, new ProviderPaths(reception));
    return paths
        .route(any -> true, Problems::nothingHere)
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

  private static Mono<ServerResponse> css(ClassPathResource style) {
    return ServerResponse.ok().contentType(MediaType.valueOf("text/css")).bodyValue(style);
  }
}
