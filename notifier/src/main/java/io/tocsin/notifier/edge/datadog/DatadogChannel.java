package io.tocsin.notifier.edge.datadog;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import io.tocsin.notifier.edge.provider.ProviderHttp;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Writes an acknowledgement back to Datadog as an event on the monitor that alerted (RUN-04.1c),
 * where an API key is configured. Nobody waits for it: without a key it is left undone.
 */
public final class DatadogChannel implements ChannelSender {
  private static final int FORBIDDEN = 403;
  private static final String SET = "set DATADOG_API_KEY to have acknowledgements written back";

  private final DatadogSettings settings;
  private final DatadogWording wording;
  private final OkHttpClient http;

  /**
   * @param installation the id that tells this installation's events from another's
   * @param words how a notification is said
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  public DatadogChannel(
      DatadogSettings settings,
      Supplier<String> installation,
      Function<Notification, MessageText> words,
      String baseUrl) {
    this.settings = settings;
    this.wording = new DatadogWording(installation, words, baseUrl);
    this.http = ProviderHttp.client(settings.attemptLimit()).build();
  }

  @Override
  public Channel channel() {
    return Channel.DATADOG;
  }

  @Override
  public Optional<String> missing() {
    return settings.apiKey().isEmpty() ? Optional.of(SET) : Optional.empty();
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages)
      throws CannotSend {
    if (act != Act.TELL || notification.content().kind() != MessageKind.ACKNOWLEDGED) {
      throw new CannotSend(
          new Reason("unsuited", "Datadog is told of acknowledgements only; it rings nobody"));
    }
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      throw CannotSend.notWanted(missing.get());
    }
    Monitor monitor =
        Monitor.in(notification.content().briefing().links())
            .orElseThrow(
                () ->
                    CannotSend.notWanted(
                        "the alert does not say which monitor it came from: add $ALERT_ID and"
                            + " $LINK to the webhook's template"));
    return List.of(
        new DatadogCall(http, at("/api/v1/events"), settings, wording.of(notification, monitor)));
  }

  private HttpUrl at(String path) {
    return HttpUrl.get(settings.apiUrl().replaceAll("/+$", "") + path);
  }

  @Override
  public Proof prove() throws IOException {
    Request request =
        new Request.Builder()
            .url(at("/api/v1/validate"))
            .header(DatadogCall.KEY, settings.apiKey())
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (Answer.kindOf(response.code()) == Answer.Kind.ACCEPTED) {
        return Proof.holds("Datadog knows the API key");
      }
      return response.code() == FORBIDDEN
          ? Proof.refused("Datadog does not know the key; set DATADOG_API_KEY to a valid one")
          : Proof.unknown("Datadog answered HTTP " + response.code());
    }
  }
}
