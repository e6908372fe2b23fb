package io.tocsin.notifier.edge.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.tocsin.notifier.edge.provider.ProviderHttp;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Slack's Web API through its SDK, whose own retries, statistics and rate limiter are off: the
 * pipeline owns them. What is no success is a {@link SlackSaid}; an answer with {@code Retry-After}
 * is obeyed by the calls that follow.
 */
public final class SlackApi implements AutoCloseable {
  private final OkHttpClient http;
  private final Slack slack;
  private final MethodsClient methods;
  private final SlackErrors errors;
  private final RetryAfter patience = new RetryAfter();

  public SlackApi(SlackSettings settings) {
    this(settings, client(settings));
  }

  SlackApi(SlackSettings settings, OkHttpClient http) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().replaceAll("/+$", "") + "/");
    config.setStatsEnabled(false);
    config.setTokenExistenceVerificationEnabled(false);
    config.setFailOnUnknownProperties(false);
    config.setHttpClientResponseHandlers(List.of());
    this.http = http;
    this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    this.methods = new SlackMethods(slack.getHttpClient(), config, settings.botToken());
    this.errors = new SlackErrors(settings.botToken());
  }

  static OkHttpClient client(SlackSettings settings) {
    return ProviderHttp.client(settings.attemptLimit(), settings.connections())
        .addInterceptor(new UnderWay())
        .build();
  }

  /** A call of the SDK. */
  public interface Call<T extends SlackApiTextResponse> {
    T of(MethodsClient methods) throws IOException, SlackApiException;
  }

  /**
   * Calls {@code method} of Slack.
   *
   * @param method as Slack counts calls for its limits
   * @throws SlackSaid when the answer is no success
   */
  <T extends SlackApiTextResponse> T call(String method, Call<T> call)
      throws IOException, SlackSaid {
    patience.await(method);
    try {
      T response = call.of(methods);
      if (!response.isOk()) {
        throw errors.of(response);
      }
      return response;
    } catch (SlackApiException e) {
      SlackSaid said = errors.of(e);
      patience.note(method, said.retryAfter());
      throw said;
    }
  }

  /** Posts JSON to an address that Slack gave us. */
  Response post(String url, Object body) throws IOException {
    return slack.getHttpClient().postJsonBody(url, body);
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      throw new IllegalStateException("Slack's client cannot be closed", e);
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
