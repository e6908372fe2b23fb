package io.tocsin.contracts.runtime;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a provider, with nothing between: no retries, no redirects, 8 seconds at most. */
public final class BriefCall {
  /** How long an answer is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int REFUSED = 300;

  private final HttpClient http = client();
  private final String provider;

  /**
   * @param provider its name, to a person
   */
  public BriefCall(String provider) {
    this.provider = provider;
  }

  /** One that follows no redirects, for whoever does not wait for the answer. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /** The provider did not take it: one line that says why, without secrets. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message, Throwable cause) {
      super(message, cause);
    }

    Refused(String message) {
      super(message);
    }
  }

  /** What the provider said when it took {@code request}. */
  public String send(HttpRequest request) throws Refused {
    HttpResponse<byte[]> answer = answer(request);
    if (answer.statusCode() >= REFUSED) {
      throw new Refused(provider + " answered HTTP " + answer.statusCode());
    }
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Waits by monotonic time: the client's own timeouts follow the wall clock. */
  private HttpResponse<byte[]> answer(HttpRequest request) throws Refused {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted while " + provider + " was called", e);
    } catch (TimeoutException e) {
      throw new Refused(provider + " did not answer in " + PATIENCE.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new Refused(provider + " cannot be reached: " + e.getCause(), e);
    } finally {
      answer.cancel(true);
    }
  }
}
