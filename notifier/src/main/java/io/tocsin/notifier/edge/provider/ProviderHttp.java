package io.tocsin.notifier.edge.provider;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** How providers are called. */
public final class ProviderHttp {
  private ProviderHttp() {}

  /**
   * A client that goes nowhere that it was not sent, and leaves retries to the pipeline, their one
   * owner.
   *
   * @param attemptLimit how long one try may take
   */
  public static OkHttpClient.Builder client(Duration attemptLimit) {
    return new OkHttpClient.Builder()
        .callTimeout(attemptLimit)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false);
  }

  /** The same over so many connections at once to one host. */
  public static OkHttpClient.Builder client(Duration attemptLimit, int connections) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(connections);
    dispatcher.setMaxRequestsPerHost(connections);
    return client(attemptLimit)
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES));
  }
}
