package io.tocsin.sandbox.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.sandbox.SandboxSettings.CallbackSettings;
import io.tocsin.sandbox.core.OutgoingCallback;
import io.tocsin.sandbox.core.Phone;
import io.tocsin.sandbox.core.PhoneCallbacks;
import io.tocsin.sandbox.core.PhoneNetwork;
import io.tocsin.sandbox.core.PhonePeople;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Tells Tocsin what was done at a provider, signed as the provider signs. */
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

  /**
   * What Tocsin answered.
   *
   * @param body empty where there was none
   */
  public record Answered(int status, String body) {}

  /** Fails when Tocsin did not answer. */
  Mono<Answered> send(OutgoingCallback callback) {
    byte[] body = callback.isForm() ? form(callback.payload()) : json.write(callback.payload());
    String secret = secret(callback.provider());
    return post(
        settings.url() + callback.path(),
        callback.isForm() ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON,
        callback.signed(secret, body),
        body);
  }

  /** The same for Twilio's; nothing is sent to anybody but Tocsin. */
  Mono<Answered> send(PhoneCallbacks.Signed callback) {
    if (!callback.url().startsWith(settings.url() + "/")) {
      return Mono.error(
          new IllegalStateException(
              "the call asks for a callback elsewhere than "
                  + settings.url()
                  + "; nothing is sent"));
    }
    return post(
        callback.url(),
        MediaType.APPLICATION_FORM_URLENCODED,
        Map.of("X-Twilio-Signature", callback.signature()),
        callback.body().getBytes(UTF_8));
  }

  /** Twilio's callbacks, signed with the token that Tocsin has. */
  PhonePeople phonePeople(Phone phone) {
    return new PhonePeople(
        phone, new PhoneCallbacks(settings.phoneToken()), settings.url() + "/callbacks/phone/sms");
  }

  /** What becomes of calls and texts by themselves, called back likewise. */
  PhoneNetwork phoneNetwork(Phone phone) {
    return new PhoneNetwork(phone, new PhoneCallbacks(settings.phoneToken()));
  }

  private Mono<Answered> post(
      String url, MediaType type, Map<String, String> headers, byte[] body) {
    return client
        .post()
        .uri(URI.create(url))
        .contentType(type)
        .headers(all -> headers.forEach(all::set))
        .bodyValue(body)
        .exchangeToMono(
            answer ->
                answer
                    .bodyToMono(String.class)
                    .defaultIfEmpty("")
                    .map(said -> new Answered(answer.statusCode().value(), said)))
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
