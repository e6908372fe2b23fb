package io.tocsin.sandbox.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.sandbox.SandboxSettings.CallbackSettings;
import io.tocsin.sandbox.core.OutgoingCallback;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
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
    byte[] body = callback.isForm() ? form(callback.payload()) : json.write(callback.payload());
    String secret = secret(callback.provider());
    return client
        .post()
        .uri(settings.url() + callback.path())
        .contentType(
            callback.isForm() ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON)
        .headers(headers -> callback.signed(secret, body).forEach(headers::set))
        .bodyValue(body)
        .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode().value()))
        .timeout(PATIENCE);
  }

  private String secret(Provider provider) {
    return switch (provider) {
      case PAGERDUTY -> settings.pagerdutySecret();
      case SLACK -> settings.slackSecret();
      default -> settings.githubSecret();
    };
  }

  private byte[] form(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(text(each.getValue()), UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  private String text(Object value) {
    return value instanceof String text ? text : json.text(value);
  }
}
