package io.tocsin.notifier.edge.datadog;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.JsonPost;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import tools.jackson.core.JacksonException;

/**
 * One event on its way. Datadog knows no idempotency key and cannot be asked by whoever has no
 * application key: what may have been sent is sent again under the same aggregation key, and says
 * so in its outcome.
 */
final class DatadogCall implements ProviderCall {
  static final String KEY = "DD-API-KEY";

  private final JsonPost post;
  private final DatadogSettings settings;
  private final DatadogEvent event;
  private boolean maybeSent;

  DatadogCall(OkHttpClient http, HttpUrl url, DatadogSettings settings, DatadogEvent event) {
    this.post = new JsonPost(http, url, Headers.of(KEY, settings.apiKey()));
    this.settings = settings;
    this.event = event;
  }

  @Override
  public String limitedBy() {
    return settings.apiKey();
  }

  @Override
  public int perMinute() {
    return settings.perMinute();
  }

  @Override
  public void maybeSent() {
    maybeSent = true;
  }

  @Override
  public Answer attempt() throws IOException {
    boolean again = maybeSent;
    maybeSent = true;
    JsonPost.Said said = post.send(ContractJson.MAPPER.writeValueAsBytes(event));
    return said.kind() == Answer.Kind.ACCEPTED
        ? new Answer(
            Answer.Kind.ACCEPTED,
            id(said.text()),
            again ? "Datadog took it; it may have taken it before as well" : "Datadog took it")
        : said.without(settings.apiKey(), "(API key)");
  }

  /** Datadog's number of the event; the aggregation key where it says none. */
  private String id(String said) {
    try {
      String id = ContractJson.MAPPER.readTree(said).path("event").path("id_str").asString("");
      return id.isEmpty() ? event.aggregationKey() : id;
    } catch (JacksonException noJson) {
      return event.aggregationKey();
    }
  }

  @Override
  public void cancel() {
    post.cancel();
  }
}
