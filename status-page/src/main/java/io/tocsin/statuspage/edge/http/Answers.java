package io.tocsin.statuspage.edge.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers that caches may keep for a moment, and ask about by their tag after that. */
final class Answers {
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();
  private static final int TAG_BYTES = 16;

  private Answers() {}

  /** {@code body}, or that it has not changed. */
  static Mono<ServerResponse> found(ServerRequest request, MediaType type, byte[] body) {
    String tag = tag(body);
    request.exchange().getResponse().getHeaders().setCacheControl(BRIEFLY);
    return request
        .checkNotModified(tag)
        .switchIfEmpty(
            Mono.defer(() -> ServerResponse.ok().contentType(type).eTag(tag).bodyValue(body)));
  }

  static Mono<ServerResponse> notFound(MediaType type, byte[] body) {
    return ServerResponse.status(HttpStatus.NOT_FOUND)
        .contentType(type)
        .cacheControl(BRIEFLY)
        .bodyValue(body);
  }

  static Mono<ServerResponse> problem(HttpStatus status, String detail) {
    ServerResponse.BodyBuilder response =
        ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.METHOD_NOT_ALLOWED) {
      response.allow(HttpMethod.GET, HttpMethod.HEAD);
    }
    return response.bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
  }

  private static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES))
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
