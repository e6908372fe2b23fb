package io.tocsin.contracts.runtime.alarm;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a provider, with nothing between: no retries, no redirects, 8 seconds at most. */
final class ProviderCall {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int REFUSED = 300;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String provider;

  /**
   * @param provider its name, to a person
   */
  ProviderCall(String provider) {
    this.provider = provider;
  }

  /** Returns when it was taken. */
  void send(HttpRequest request) throws AlarmFailed {
    int status = status(request);
    if (status >= REFUSED) {
      throw new AlarmFailed(provider + " answered HTTP " + status, null);
    }
  }

  /** Waits by monotonic time: the client's own timeouts follow the wall clock. */
  private int status(HttpRequest request) throws AlarmFailed {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AlarmFailed("interrupted while " + provider + " was called", e);
    } catch (TimeoutException e) {
      throw new AlarmFailed(provider + " did not answer in " + PATIENCE.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new AlarmFailed(provider + " cannot be reached: " + e.getCause(), e);
    } finally {
      answer.cancel(true);
    }
  }
}
