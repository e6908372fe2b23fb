package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Receives what is sent to a provider, and answers as the provider would, or as a fault says. */
final class ProviderPaths {

  private static final int LARGEST_BODY = 2 * 1024 * 1024;

  /** A text that has been taken is on its way for a moment. */
  private static final Duration UNDER_WAY = Duration.ofMillis(200);

  private final Reception reception;
  private final People people;
  private final Webhooks webhooks;

  ProviderPaths(Reception reception, People people, Webhooks webhooks) {
    this.reception = reception;
    this.people = people;
    this.webhooks = webhooks;
  }

  Mono<ServerResponse> receive(Provider provider, ServerRequest request) {
    return DataBufferUtils.join(request.exchange().getRequest().getBody(), LARGEST_BODY)
        .map(ProviderPaths::bytes)
        .defaultIfEmpty(new byte[0])
        .map(body -> reception.receive(Arrival.of(provider, request, body)))
        .flatMap(
            reply ->
                Mono.fromFuture(reply.recorded(), true)
                    .doOnSuccess(done -> follow(provider, reply))
                    .then(answer(request, reply)))
        .onErrorResume(
            DataBufferLimitException.class,
            tooLarge ->
                Problems.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is over 2 MB; the sandbox does not record such a one. Send less."))
        .onErrorResume(
            IOException.class,
            notRecorded ->
                Problems.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The request could not be recorded: free the sandbox's disk and send again."));
  }

  private void follow(Provider provider, Reply reply) {
    if (reply.webhook() != null) {
      webhooks.tell(reply.webhook());
    }
    String sid = reply.takenAs();
    if (provider == Provider.PHONE && sid != null) {
      Mono.delay(UNDER_WAY).then(people.carry(sid)).subscribe();
    }
  }

  private static Mono<ServerResponse> answer(ServerRequest request, Reply reply) {
    Mono<ServerResponse> answer =
        reply.dropsConnection() ? Mono.defer(() -> drop(request)) : send(reply);
    return reply.delay().isZero() ? answer : Mono.delay(reply.delay()).then(answer);
  }

  private static Mono<ServerResponse> send(Reply reply) {
    ServerResponse.BodyBuilder response = ServerResponse.status(reply.status());
    if (reply.body().isEmpty()) {
      return response.build();
    }
    boolean looksLikeJson = reply.body().startsWith("{") || reply.body().startsWith("[");
    return response
        .contentType(looksLikeJson ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
        .bodyValue(reply.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Mono<ServerResponse> drop(ServerRequest request) {
    ServerHttpResponse response = request.exchange().getResponse();
    HttpServerResponse connection = ServerHttpResponseDecorator.getNativeResponse(response);
    connection.withConnection(each -> each.channel().close());
    return Mono.never();
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
