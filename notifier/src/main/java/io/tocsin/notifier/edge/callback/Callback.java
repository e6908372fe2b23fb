package io.tocsin.notifier.edge.callback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a provider sent back.
 *
 * @param path below our own address, with its query, as it was asked for
 * @param body as it came: proofs are made over its bytes
 */
public record Callback(String path, HttpHeaders headers, byte[] body, Instant at) {

  /** The first value of {@code name}. */
  public @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Neither headers nor body: they hold proofs and words of people. */
  @Override
  public String toString() {
    return "Callback[%s, %d bytes]".formatted(path.replaceAll("\\?.*", ""), body.length);
  }
}
