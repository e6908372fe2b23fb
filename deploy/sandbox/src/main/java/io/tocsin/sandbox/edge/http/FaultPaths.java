package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Fault;
import io.tocsin.sandbox.core.FaultReading;
import io.tocsin.sandbox.core.Faults;
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

/** {@code /faults}: what is to go wrong with the next requests. */
final class FaultPaths {

  private final Reception reception;
  private final SandboxJson json;

  FaultPaths(Reception reception, SandboxJson json) {
    this.reception = reception;
    this.json = json;
  }

  Mono<ServerResponse> add(ServerRequest request) {
    return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(this::add);
  }

  Mono<ServerResponse> pending(ServerRequest request) {
    return send(HttpStatus.OK, reception.faults(Faults::pending));
  }

  Mono<ServerResponse> forget(ServerRequest request) {
    reception.changeFaults(Faults::clear);
    return ServerResponse.noContent().build();
  }

  private Mono<ServerResponse> add(byte[] body) {
    Optional<Map<String, Object>> order = json.object(new String(body, StandardCharsets.UTF_8));
    if (order.isEmpty()) {
      return Problems.invalid(
          List.of(
              "the body is not a JSON object: send"
                  + " {provider, status?, body?, delayMs?, dropConnection?, forget?, count}"));
    }
    FaultReading reading = FaultReading.of(withBodyAsText(order.get()));
    if (reading.fault().isEmpty()) {
      return Problems.invalid(reading.errors());
    }
    Fault fault = reading.fault().get();
    reception.changeFaults(faults -> faults.add(fault));
    return send(HttpStatus.CREATED, fault);
  }

  private Map<String, Object> withBodyAsText(Map<String, Object> order) {
    Map<String, Object> copy = new LinkedHashMap<>(order);
    copy.computeIfPresent(
        "body", (name, body) -> body instanceof String text ? text : json.text(body));
    return copy;
  }

  private Mono<ServerResponse> send(HttpStatus status, Object value) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(json.write(value));
  }
}
