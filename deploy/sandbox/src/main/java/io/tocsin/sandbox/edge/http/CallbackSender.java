package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.SandboxSettings.CallbackSettings;
import io.tocsin.sandbox.core.OutgoingCallback;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Sends what people did to Tocsin, signed as the provider signs. */
public final class CallbackSender {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CallbackSettings settings;
  private final SandboxJson json;
  private final WebClient client;

  public CallbackSender(CallbackSettings settings, SandboxJson json) {
    this.settings = settings;
    this.json = json;
    this.client = WebClient.create();
  }

  /** The status that Tocsin answered with; fails when it did not answer. */
  Mono<Integer> send(OutgoingCallback callback) {
    byte[] body = json.write(callback.payload());
    String secret =
        callback.provider() == Provider.PAGERDUTY
            ? settings.pagerdutySecret()
            : settings.githubSecret();
    return client
        .post()
        .uri(settings.url() + callback.path())
        .contentType(MediaType.APPLICATION_JSON)
        .headers(headers -> callback.signed(secret, body).forEach(headers::set))
        .bodyValue(body)
        .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode().value()))
        .timeout(PATIENCE);
  }
}
