package io.tocsin.benchmarks.agreement;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.statuspage.core.PublicId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whoever uses Tocsin: asks its API and its page, and acts at the sandbox's providers. */
final class Outside {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int SUCCESS = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final Running running;
  private final String token;
  private volatile @Nullable String channel;

  Outside(Running running) throws IOException {
    this.running = running;
    this.token = Files.readString(running.data().resolve("operator-token")).strip();
  }

  /** Sends a webhook to ingest. */
  void alert(String body) throws IOException, InterruptedException {
    post(Listener.ALERT_INGEST, "/webhooks/datadog/" + Running.KEY, body);
  }

  /** A command of the API. */
  void command(String incident, String action, String body)
      throws IOException, InterruptedException {
    post(Listener.ESCALATION_ENGINE, "/api/incidents/" + incident + "/" + action, body);
  }

  /** Lets somebody do something at a provider. */
  void act(Map<String, String> deed) throws IOException, InterruptedException {
    post(Listener.SANDBOX, "/people", ContractJson.MAPPER.writeValueAsString(deed));
  }

  /** Whether the API says that somebody has {@code incident}. */
  boolean isAcknowledged(String incident) throws IOException, InterruptedException {
    return get(Listener.ESCALATION_ENGINE, "/api/incidents/" + incident)
        .path("incident")
        .path("state")
        .asString("")
        .equalsIgnoreCase("acknowledged");
  }

  /** Slack's id of the channel {@code name}. */
  String slackChannel(String name) throws IOException, InterruptedException {
    String known = channel;
    if (known == null) {
      known =
          get(Listener.SANDBOX, "/slack/messages").path("channels").properties().stream()
              .filter(each -> each.getValue().asString("").equals(name))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow();
      channel = known;
    }
    return known;
  }

  /** How many words the public page has said of {@code incident}. */
  int updates(String incident) throws IOException, InterruptedException {
    String id = PublicId.of("incident", incident);
    return get(Listener.STATUS_PAGE, "/api/v2/incidents/unresolved.json")
        .path("incidents")
        .valueStream()
        .filter(shown -> shown.path("id").asString("").equals(id))
        .mapToInt(shown -> shown.path("incident_updates").size())
        .findFirst()
        .orElse(0);
  }

  private JsonNode get(Listener listener, String path) throws IOException, InterruptedException {
    return ContractJson.MAPPER.readTree(send(request(listener, path).GET().build()));
  }

  private void post(Listener listener, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(listener, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String unused = send(request.build());
  }

  private HttpRequest.Builder request(Listener listener, String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(running.port(listener), path)))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 * 100 != SUCCESS) {
      throw new IOException(
          "%s said %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
    }
    return answer.body();
  }
}
