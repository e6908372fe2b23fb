package io.tocsin.notifier.edge.probe;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CallUnderWay;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One canary on its last leg. Its receiver knows a repetition by the id. */
final class ProbeCall implements ProviderCall {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http;
  private final HttpUrl url;
  private final Notification canary;
  private final CallUnderWay underWay = new CallUnderWay();

  ProbeCall(OkHttpClient http, HttpUrl url, Notification canary) {
    this.http = http;
    this.url = url;
    this.canary = canary;
  }

  @Override
  public String limitedBy() {
    return url.host();
  }

  @Override
  public int perMinute() {
    return 0;
  }

  @Override
  public Answer attempt() throws IOException {
    Map<String, String> body = new TreeMap<>();
    body.put("canary", canary.id().toString());
    body.put("sentAt", canary.content().startedAt().toString());
    Request request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(ContractJson.MAPPER.writeValueAsBytes(body), JSON))
            .build();
    Call call = http.newCall(request);
    underWay.follow(call);
    try (Response response = call.execute()) {
      Answer.Kind kind = Answer.kindOf(response.code());
      return kind == Answer.Kind.ACCEPTED
          ? new Answer(kind, null, "the test receiver took it")
          : new Answer(kind, null, "HTTP " + response.code());
    }
  }

  @Override
  public void cancel() {
    underWay.cancel();
  }
}
