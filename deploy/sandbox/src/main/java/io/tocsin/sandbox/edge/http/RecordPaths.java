package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.RecentRequests.Entry;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /requests} and {@code /pagerduty/alerts}: what arrived, for people and tests. */
final class RecordPaths {

  private static final int AT_ONCE = 256;

  private final DataBufferFactory buffers = DefaultDataBufferFactory.sharedInstance;
  private final Reception reception;
  private final SandboxJson json;

  RecordPaths(Reception reception, SandboxJson json) {
    this.reception = reception;
    this.json = json;
  }

  /** The requests in order of arrival, of one {@code provider} or all, the newest {@code limit}. */
  Mono<ServerResponse> requests(ServerRequest request) {
    Optional<String> word = request.queryParam("provider");
    Optional<Provider> provider = word.flatMap(Provider::named);
    if (word.isPresent() && provider.isEmpty()) {
      return Problems.invalid(List.of("'provider' must be one of " + Provider.words()));
    }
    Optional<Integer> limit = limit(request);
    if (limit.isEmpty()) {
      return Problems.invalid(List.of("'limit' must be a whole number of 1 or more"));
    }
    Predicate<Entry> kind = each -> provider.isEmpty() || each.provider() == provider.get();
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(BodyInserters.fromDataBuffers(list(reception.newest(kind, limit.get()))));
  }

  /** Forgets the requests, and with them PagerDuty's alerts. */
  Mono<ServerResponse> forget(ServerRequest request) {
    return Mono.fromFuture(reception.forgetRequests(), true)
        .then(ServerResponse.noContent().build());
  }

  /** PagerDuty's alerts, in the order in which they were first opened. */
  Mono<ServerResponse> alerts(ServerRequest request) {
    List<AlertView> alerts = reception.alerts().stream().map(AlertView::of).toList();
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(json.write(alerts));
  }

  /** Slack's channels with their messages, threads, edits and reactions. */
  Mono<ServerResponse> slack(ServerRequest request) {
    Map<String, Object> state =
        reception.slack(
            workspace ->
                Map.of(
                    "channels", workspace.channels(),
                    "people", workspace.people(),
                    "messages", workspace.messages(),
                    "views", workspace.views().all()));
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(json.write(state));
  }

  private static Optional<Integer> limit(ServerRequest request) {
    try {
      int limit = request.queryParam("limit").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
      return limit >= 1 ? Optional.of(limit) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private Flux<DataBuffer> list(List<byte[]> requests) {
    Flux<byte[]> items =
        Flux.fromIterable(requests)
            .index((position, request) -> position == 0 ? request : afterComma(request))
            .buffer(AT_ONCE)
            .map(RecordPaths::joined);
    return Flux.concat(Mono.just(new byte[] {'['}), items, Mono.just(new byte[] {']'}))
        .map(buffers::wrap);
  }

  private static byte[] afterComma(byte[] request) {
    byte[] bytes = new byte[request.length + 1];
    bytes[0] = ',';
    System.arraycopy(request, 0, bytes, 1, request.length);
    return bytes;
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
