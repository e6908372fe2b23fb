package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.runtime.Text;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * JSON that one piece of work posts to one address, again and again if it must, until another
 * thread gives it up.
 */
public final class JsonPost {
  private static final MediaType JSON = MediaType.get("application/json");

  /** What an answer may say; the rest of it is not read. */
  private static final long READ = 64 * 1024;

  private final OkHttpClient http;
  private final HttpUrl url;
  private final Headers headers;
  private final CallUnderWay underWay = new CallUnderWay();

  /** Nothing is sent yet. */
  public JsonPost(OkHttpClient http, HttpUrl url, Headers headers) {
    this.http = http;
    this.url = url;
    this.headers = headers;
  }

  /** What was answered to it, whatever the status. */
  public Said send(byte[] json) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .headers(headers)
            .post(RequestBody.create(json, JSON))
            .build();
    Call call = http.newCall(request);
    underWay.follow(call);
    try (Response response = call.execute()) {
      BufferedSource source = response.body().source();
      source.request(READ);
      return new Said(response.code(), source.getBuffer().clone().readUtf8());
    }
  }

  /** Gives up what is under way, and whatever would follow it. */
  public void cancel() {
    underWay.cancel();
  }

  /**
   * An answer.
   *
   * @param text its body, which may quote what was sent
   */
  public record Said(int status, String text) {
    private static final int SHOWN = 300;

    /** What it means. */
    public Answer.Kind kind() {
      return Answer.kindOf(status);
    }

    /**
     * The same as an answer that took nothing.
     *
     * @param secret what a person must not read of it
     * @param shown what they read in its place
     */
    public Answer without(String secret, String shown) {
      String told = Text.cut(Text.plain(text.replace(secret, shown)), SHOWN);
      return new Answer(kind(), null, "HTTP " + status + (told.isEmpty() ? "" : ", " + told));
    }
  }
}
