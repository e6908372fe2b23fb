package io.tocsin.escalationengine.edge.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator API is told.
 *
 * @param tokensFile who may call: {@code tokens: {person: sha256:<hex>}}
 * @param answerWithin how long a command waits for the engine before it is answered with 202
 */
@ConfigurationProperties("tocsin.engine")
public record EngineApiSettings(Path tokensFile, @DefaultValue("5s") Duration answerWithin) {

  public EngineApiSettings {
    require(isThere(tokensFile), "tocsin.engine.tokens-file must name the file of tokens");
    require(
        answerWithin.compareTo(Duration.ZERO) > 0,
        "tocsin.engine.answer-within must be longer than 0, was " + answerWithin);
  }

  /** The binder leaves null what is not set. */
  private static boolean isThere(@Nullable Path file) {
    return file != null && !file.toString().isBlank();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
