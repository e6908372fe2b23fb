package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.JsonPost;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** One event on its way: every try carries the same {@code dedup_key}. */
final class PagerDutyCall implements ProviderCall {
  private static final Pattern TOO_LARGE = Pattern.compile("too (long|large|big)|maximum|maiximum");

  private final JsonPost post;
  private final PagerDutyEvent event;
  private final int perMinute;
  private boolean bare;

  PagerDutyCall(OkHttpClient http, HttpUrl url, PagerDutyEvent event, int perMinute) {
    this.post = new JsonPost(http, url, Headers.EMPTY);
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
    JsonPost.Said said = post.send(PagerDutyBody.of(sent));
    return said.kind() == Answer.Kind.ACCEPTED
        ? new Answer(Answer.Kind.ACCEPTED, event.dedupKey(), "PagerDuty took it")
        : said.without(event.routingKey(), "(routing key)");
  }

  private static boolean isTooLarge(Answer answer) {
    return TOO_LARGE.matcher(answer.text().toLowerCase(Locale.ROOT)).find()
        || answer.text().startsWith("HTTP 413");
  }

  @Override
  public void cancel() {
    post.cancel();
  }
}
