package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.escalationengine.edge.view.Answer;
import io.tocsin.escalationengine.edge.view.IncidentView;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What people ask of an incident: each call is one command, answered with its effect. */
final class IncidentCommands {
  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final CommandDesk desk;
  private final IncidentView view;
  private final Declarations declarations;
  private final InstantSource clock;

  IncidentCommands(
      CommandDesk desk, IncidentView view, Declarations declarations, InstantSource clock) {
    this.desk = desk;
    this.view = view;
    this.declarations = declarations;
    this.clock = clock;
  }

  /** RUN-03.3: answers 201 with the incident and where it is. */
  Mono<ServerResponse> declare(ServerRequest request) {
    String key = key(request);
    return CommandBody.of(request)
        .flatMap(
            body -> {
              CommandAction action = declarations.action(body);
              return submit(
                  request,
                  new IncidentCommand(
                      key,
                      declarations.team(body),
                      null,
                      ApiRequests.actor(request),
                      clock.instant(),
                      action));
            });
  }

  Mono<ServerResponse> command(ServerRequest request) {
    IncidentId id = ApiRequests.incident(request);
    String key = key(request);
    Actor by = ApiRequests.actor(request);
    return CommandBody.of(request)
        .flatMap(
            body -> {
              CommandAction action = RequestedAction.of(request.pathVariable("action"), body);
              if (view.caughtUp() && view.incident(id).isEmpty()) {
                throw ApiRequests.noSuchIncident(id);
              }
              return submit(
                  request, new IncidentCommand(key, id.team(), id, by, clock.instant(), action));
            });
  }

  private Mono<ServerResponse> submit(ServerRequest request, IncidentCommand command) {
    HttpHeaders headers = request.exchange().getResponse().getHeaders();
    headers.set(KEY, command.id());
    if (desk.isRepeated(command.id())) {
      headers.set(REPLAYED, "true");
    }
    return desk.submit(command)
        .flatMap(
            said ->
                said.map(answer -> answered(command, answer)).orElseGet(() -> unanswered(command)));
  }

  private Mono<ServerResponse> answered(IncidentCommand command, Answer answer) {
    if (answer.refused()) {
      throw ApiProblem.refused(
          answer.reason().name().equals("no-such-incident")
              ? HttpStatus.NOT_FOUND
              : HttpStatus.CONFLICT,
          answer.reason());
    }
    Optional<Incident> incident = Optional.ofNullable(answer.incident()).flatMap(view::incident);
    if (incident.isEmpty()) {
      return unanswered(command);
    }
    ServerResponse.BodyBuilder response =
        command.incident() == null
            ? ServerResponse.created(URI.create("/api/incidents/" + incident.get().id()))
            : ServerResponse.ok();
    return ApiRequests.json(response, Map.of("incident", incident.get()));
  }

  /** The command is kept and will be carried out: where to look for its effect. */
  private static Mono<ServerResponse> unanswered(IncidentCommand command) {
    String where =
        command.incident() == null
            ? "/api/incidents?command=" + command.id()
            : "/api/incidents/" + command.incident();
    return ApiRequests.json(
        ServerResponse.accepted().location(URI.create(where)),
        Map.of(
            "command",
            command.id(),
            "detail",
            "the command is kept, but the engine has not answered yet; look at " + where));
  }

  private static String key(ServerRequest request) {
    String key = request.headers().firstHeader(KEY);
    if (key == null) {
      return UUID.randomUUID().toString();
    }
    if (!KEY_FORM.matcher(key).matches()) {
      throw ApiProblem.badRequest(
          "the header Idempotency-Key must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    return key;
  }
}
