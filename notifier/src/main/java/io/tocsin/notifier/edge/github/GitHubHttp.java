package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.runtime.Text;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.ProviderHttp;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Requests to GitHub's REST API, and the pauses that it asks for. */
final class GitHubHttp {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int SHOWN = 300;
  private static final long LARGEST = 32L * 1024 * 1024;

  private final OkHttpClient http;
  private final HttpUrl base;
  private final String token;
  private final Pause pause;

  GitHubHttp(OkHttpClient http, GitHubSettings settings, InstantSource clock) {
    this.http = http;
    this.base = HttpUrl.get(settings.apiUrl().replaceAll("/+$", ""));
    this.token = settings.token();
    this.pause = new Pause(clock);
  }

  static OkHttpClient client(GitHubSettings settings) {
    return ProviderHttp.client(settings.attemptLimit()).build();
  }

  Pause pause() {
    return pause;
  }

  String token() {
    return token;
  }

  /** The address of a repository itself. */
  HttpUrl at(String repository) {
    return base.newBuilder().addPathSegment("repos").addPathSegments(repository).build();
  }

  /** The address of the account's limits, which every token may ask for. */
  HttpUrl limits() {
    return base.newBuilder().addPathSegment("rate_limit").build();
  }

  /** The address of {@code path} below the repository, {@code issues/12}. */
  HttpUrl.Builder at(String repository, String path) {
    return base.newBuilder()
        .addPathSegment("repos")
        .addPathSegments(repository)
        .addPathSegments(path);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param body what is said; null to ask only
   * @param begun is told of the call, so that it can be given up
   * @throws GitHubSaid when the answer is no success, or GitHub asked us to wait
   */
  JsonNode send(String method, HttpUrl url, @Nullable Object body, Consumer<Call> begun)
      throws IOException, GitHubSaid {
    var until = pause.current();
    if (until.isPresent()) {
      throw new GitHubSaid(
          0, Answer.Kind.BUSY, "rate limited: GitHub asked us to wait until " + until.get());
    }
    Call call = http.newCall(request(method, url, body));
    begun.accept(call);
    try (Response response = call.execute()) {
      String text = response.peekBody(LARGEST).string();
      if (response.isSuccessful()) {
        return json(text);
      }
      throw said(response, text);
    }
  }

  private Request request(String method, HttpUrl url, @Nullable Object body) {
    RequestBody sent =
        body == null ? null : RequestBody.create(ContractJson.MAPPER.writeValueAsBytes(body), JSON);
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/vnd.github+json")
        .header("Authorization", "Bearer " + token)
        .header("X-GitHub-Api-Version", "2022-11-28")
        .header("User-Agent", "Tocsin")
        .method(method, sent)
        .build();
  }

  private static JsonNode json(String text) throws IOException {
    try {
      return ContractJson.MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new IOException("GitHub's answer is no JSON", e);
    }
  }

  /** The beginning of what it said, without our token. */
  private GitHubSaid said(Response response, String text) {
    boolean waits = pause.heard(response.code(), response.headers(), text);
    String shown = Text.cut(Text.plain(text.replace(token, "(token)")), SHOWN);
    return new GitHubSaid(
        response.code(),
        waits ? Answer.Kind.BUSY : Answer.kindOf(response.code()),
        "HTTP " + response.code() + (shown.isEmpty() ? "" : ", " + shown));
  }
}
