package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every call has in common: who, which incident, and the codec of the answer. */
final class ApiRequests {
  private ApiRequests() {}

  static Actor actor(ServerRequest request) {
    return request
        .attribute(TokenFilter.ACTOR)
        .map(Actor.class::cast)
        .orElseThrow(TokenFilter::unauthorized);
  }

  static IncidentId incident(ServerRequest request) {
    String text = request.pathVariable("id");
    try {
      IncidentId id = IncidentId.parse(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw ApiProblem.badRequest(String.valueOf(e.getMessage()));
    }
    throw ApiProblem.badRequest("'" + text + "' is no incident id: write it as RX-142");
  }

  static ApiProblem noSuchIncident(IncidentId id) {
    return ApiProblem.of(HttpStatus.NOT_FOUND, "there is no incident " + id);
  }

  static Mono<ServerResponse> json(ServerResponse.BodyBuilder response, Object body) {
    return response
        .contentType(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .bodyValue(ContractJson.MAPPER.writeValueAsBytes(body));
  }
}
