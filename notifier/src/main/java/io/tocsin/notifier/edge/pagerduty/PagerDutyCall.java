package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CallUnderWay;
import io.tocsin.notifier.edge.provider.ProviderCall;
import io.tocsin.notifier.edge.provider.Text;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** One event on its way: every try carries the same {@code dedup_key}. */
final class PagerDutyCall implements ProviderCall {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Pattern TOO_LARGE = Pattern.compile("too (long|large|big)|maximum|maiximum");
  private static final int SHOWN = 300;

  private final OkHttpClient http;
  private final HttpUrl url;
  private final PagerDutyEvent event;
  private final int perMinute;
  private final CallUnderWay underWay = new CallUnderWay();
  private boolean bare;

  PagerDutyCall(OkHttpClient http, HttpUrl url, PagerDutyEvent event, int perMinute) {
    this.http = http;
    this.url = url;
    this.event = event;
    this.perMinute = perMinute;
  }

  @Override
  public String limitedBy() {
    return event.routingKey();
  }

  @Override
  public int perMinute() {
    return perMinute;
  }

  @Override
  public Answer attempt() throws IOException {
    Answer answer = post(bare ? event.bare() : event);
    if (answer.kind() == Answer.Kind.REFUSED && !bare && isTooLarge(answer)) {
      bare = true;
      return post(event.bare());
    }
    return answer;
  }

  private Answer post(PagerDutyEvent sent) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(PagerDutyBody.of(sent), JSON))
            .build();
    Call call = http.newCall(request);
    underWay.follow(call);
    try (Response response = call.execute()) {
      return answer(response);
    }
  }

  private Answer answer(Response response) throws IOException {
    Answer.Kind kind = Answer.kindOf(response.code());
    String said = said(response);
    return kind == Answer.Kind.ACCEPTED
        ? new Answer(kind, event.dedupKey(), "PagerDuty took it")
        : new Answer(kind, null, "HTTP " + response.code() + (said.isEmpty() ? "" : ", " + said));
  }

  /** The beginning of the body, without our routing key: providers quote what they were sent. */
  private String said(Response response) throws IOException {
    BufferedSource source = response.body().source();
    source.request(SHOWN * 4L);
    String text = source.getBuffer().clone().readUtf8();
    return Text.cut(Text.plain(text.replace(event.routingKey(), "(routing key)")), SHOWN);
  }

  private static boolean isTooLarge(Answer answer) {
    return TOO_LARGE.matcher(answer.text().toLowerCase(Locale.ROOT)).find()
        || answer.text().startsWith("HTTP 413");
  }

  @Override
  public void cancel() {
    underWay.cancel();
  }
}
