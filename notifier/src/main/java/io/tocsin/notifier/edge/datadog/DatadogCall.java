package io.tocsin.notifier.edge.datadog;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CallUnderWay;
import io.tocsin.notifier.edge.provider.ProviderCall;
import io.tocsin.notifier.edge.provider.Text;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;

/**
 * One event on its way. Datadog knows no idempotency key and cannot be asked by whoever has no
 * application key: what may have been sent is sent again under the same aggregation key, and says
 * so in its outcome.
 */
final class DatadogCall implements ProviderCall {
  static final String KEY = "DD-API-KEY";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int SHOWN = 300;

  /** Datadog's answer holds the whole event. */
  private static final long READ = 64 * 1024;

  private final OkHttpClient http;
  private final HttpUrl url;
  private final DatadogSettings settings;
  private final DatadogEvent event;
  private final CallUnderWay underWay = new CallUnderWay();
  private boolean maybeSent;

  DatadogCall(OkHttpClient http, HttpUrl url, DatadogSettings settings, DatadogEvent event) {
    this.http = http;
    this.url = url;
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
    Request request =
        new Request.Builder()
            .url(url)
            .header(KEY, settings.apiKey())
            .post(RequestBody.create(ContractJson.MAPPER.writeValueAsBytes(event), JSON))
            .build();
    Call call = http.newCall(request);
    underWay.follow(call);
    boolean again = maybeSent;
    maybeSent = true;
    try (Response response = call.execute()) {
      return answer(response, again);
    }
  }

  private Answer answer(Response response, boolean again) throws IOException {
    Answer.Kind kind = Answer.kindOf(response.code());
    String said = said(response);
    if (kind != Answer.Kind.ACCEPTED) {
      String shown = Text.cut(Text.plain(said.replace(settings.apiKey(), "(API key)")), SHOWN);
      return new Answer(
          kind, null, "HTTP " + response.code() + (shown.isEmpty() ? "" : ", " + shown));
    }
    return new Answer(
        kind,
        id(said),
        again ? "Datadog took it; it may have taken it before as well" : "Datadog took it");
  }

  private static String said(Response response) throws IOException {
    BufferedSource source = response.body().source();
    source.request(READ);
    return source.getBuffer().clone().readUtf8();
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
    underWay.cancel();
  }
}
