package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Deed;
import io.tocsin.sandbox.edge.http.CallbackSender.Answered;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /people}: somebody does something at a provider, which tells Tocsin. */
final class PeoplePath {
  private static final String FORM =
      "send {provider, act, person, on, text?}: pagerduty acknowledge, unacknowledge, resolve,"
          + " reassign or note on a dedup key; github comment, close or reopen on"
          + " owner/name#number; slack press, react or reply on C123/ts, command on a channel,"
          + " submit on a form; phone answer, key, hang-up, decline or ignore on a call, text on a"
          + " text, switch-off or switch-on on a number";

  private final People people;
  private final SandboxJson json;

  PeoplePath(People people, SandboxJson json) {
    this.people = people;
    this.json = json;
  }

  Mono<ServerResponse> act(ServerRequest request) {
    return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(this::act);
  }

  private Mono<ServerResponse> act(byte[] body) {
    Optional<Deed> deed = json.object(new String(body, StandardCharsets.UTF_8)).flatMap(Deed::of);
    if (deed.isEmpty()) {
      return Problems.invalid(List.of(FORM));
    }
    return people
        .act(deed.get())
        .flatMap(answered -> answer(said(answered)))
        .onErrorResume(
            People.NotThere.class,
            nothing -> Problems.of(HttpStatus.NOT_FOUND, String.valueOf(nothing.getMessage())))
        .onErrorResume(
            People.NotTold.class,
            untold -> Problems.of(HttpStatus.BAD_GATEWAY, String.valueOf(untold.getMessage())));
  }

  private static Map<String, Object> said(Answered answered) {
    Map<String, Object> said = new LinkedHashMap<>(Map.of("answered", answered.status()));
    if (!answered.body().isEmpty()) {
      said.put("said", answered.body());
    }
    return said;
  }

  private Mono<ServerResponse> answer(Map<String, Object> said) {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(json.write(said));
  }
}
