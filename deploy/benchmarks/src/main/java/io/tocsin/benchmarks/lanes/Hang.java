package io.tocsin.benchmarks.lanes;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.benchmarks.house.Running;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A provider of the sandbox that takes requests and answers none, until this is closed. */
final class Hang {
  private static final int FOR_EVER_MS = 600_000;
  private static final int ALL = 1_000_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI faults;

  private Hang(URI faults) {
    this.faults = faults;
  }

  /**
   * @param provider as the sandbox names it
   */
  static Hang of(Running running, String provider) throws IOException, InterruptedException {
    Hang hang =
        new Hang(
            URI.create("http://127.0.0.1:%d/faults".formatted(running.port(Listener.SANDBOX))));
    hang.send(
        HttpRequest.newBuilder(hang.faults)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"provider\":\"%s\",\"delayMs\":%d,\"count\":%d}"
                        .formatted(provider, FOR_EVER_MS, ALL))));
    return hang;
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("the sandbox answered " + status + " to a fault");
    }
  }

  /** It answers again. */
  void close() throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(faults).DELETE());
  }
}
