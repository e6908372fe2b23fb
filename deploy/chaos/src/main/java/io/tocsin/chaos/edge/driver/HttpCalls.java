package io.tocsin.chaos.edge.driver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** HTTP as those outside speak it. */
public final class HttpCalls {
  private final HttpClient client;
  private final Duration patience;

  /**
   * @param patience for one answer
   */
  public HttpCalls(Duration patience, Executor executor) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(executor)
            .build();
  }

  public CompletableFuture<HttpResponse<String>> post(String url, String body, String... headers) {
    HttpRequest.Builder request = request(url, headers);
    request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** As {@link #get}, without waiting. */
  public CompletableFuture<HttpResponse<String>> ask(String url) {
    return client.sendAsync(request(url).build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String url, String... headers) throws IOException {
    return send(request(url, headers).build());
  }

  public HttpResponse<String> delete(String url) throws IOException {
    return send(request(url).DELETE().build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpRequest.Builder request(String url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(patience);
    return headers.length == 0 ? request : request.headers(headers);
  }
}
