package io.tocsin.allinone.e2e;

import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What others do and see: senders, people on call, the provider, the public. */
final class Outside {
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Ports ports;
  private final Path token;

  /**
   * @param token the file with the operator's token
   */
  Outside(Ports ports, Path token) {
    this.ports = ports;
    this.token = token;
  }

  boolean isReady(Listener service) {
    try {
      return get(service, "/actuator/health/readiness").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Sends a webhook; the status says whether it was accepted. */
  CompletableFuture<HttpResponse<String>> sendDatadog(String body) {
    return webhook("datadog", "application/json", body);
  }

  /** Sends what SNS would. */
  CompletableFuture<HttpResponse<String>> sendCloudWatch(String body) {
    return webhook("cloudwatch", "text/plain; charset=UTF-8", body);
  }

  private CompletableFuture<HttpResponse<String>> webhook(String source, String type, String body) {
    HttpRequest request =
        request(Listener.ALERT_INGEST, "/webhooks/" + source + "/demo-" + source)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  /** The ids of the alerts that a 202 names. */
  static List<String> alertIds(HttpResponse<String> accepted) {
    return ContractJson.MAPPER
        .readTree(accepted.body())
        .path("alerts")
        .valueStream()
        .map(alert -> alert.path("id").asString())
        .toList();
  }

  /** The pages that rang about {@code alert}: a key that is used again rings nobody. */
  List<SentPage> pages(DatadogAlert alert) {
    return pages(alert.name());
  }

  /** The same about what is called {@code name}. */
  List<SentPage> pages(String name) {
    return pages().filter(page -> page.summary().contains(name)).toList();
  }

  /** All pages that rang. */
  Stream<SentPage> pages() {
    JsonNode requests = json(get(Listener.SANDBOX, "/requests?provider=pagerduty"));
    return requests
        .valueStream()
        .map(request -> ContractJson.MAPPER.readTree(request.path("body").asString()))
        .filter(event -> event.path("event_action").asString("").equals("trigger"))
        .map(SentPage::of)
        .distinct();
  }

  /** The keys of all that PagerDuty was asked to resolve. */
  List<String> resolved() {
    return json(get(Listener.SANDBOX, "/requests?provider=pagerduty"))
        .valueStream()
        .map(request -> ContractJson.MAPPER.readTree(request.path("body").asString()))
        .filter(event -> event.path("event_action").asString("").equals("resolve"))
        .map(event -> event.path("dedup_key").asString())
        .toList();
  }

  /** An incident as the API shows it. */
  JsonNode incident(String id) {
    return shown(id).path("incident");
  }

  /** The same with what is said about it. */
  JsonNode shown(String id) {
    return json(get(Listener.ESCALATION_ENGINE, "/api/incidents/" + id));
  }

  /** What health tells of the policy that {@code service} runs by. */
  JsonNode policyHealth(Listener service) {
    return json(get(service, "/actuator/health/policy")).path("details");
  }

  /** The incidents, open or not, whose title names {@code alert}. */
  List<JsonNode> incidents(DatadogAlert alert) {
    return incidents().stream()
        .filter(incident -> incident.toString().contains(alert.name()))
        .toList();
  }

  /** All incidents. */
  List<JsonNode> incidents() {
    return json(get(Listener.ESCALATION_ENGINE, "/api/incidents?limit=1000"))
        .path("incidents")
        .valueStream()
        .toList();
  }

  /** How many callbacks of {@code provider} the notifier left alone. */
  double ignoredCallbacks(String provider) {
    String name =
        "tocsin_notifier_callbacks_total{outcome=\"ignored\",provider=\"" + provider + "\"} ";
    return get(Listener.NOTIFIER, "/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  /** What the ledger says. */
  JsonNode ledger() {
    return json(get(Listener.ESCALATION_ENGINE, "/api/ledger"));
  }

  /** What beats in the sandbox. */
  Stream<JsonNode> heartbeats() {
    return json(get(Listener.SANDBOX, "/heartbeats")).valueStream();
  }

  /** Gives a command as the operator. */
  HttpResponse<String> command(String incident, String action, String body) {
    return send(
        request(Listener.ESCALATION_ENGINE, "/api/incidents/" + incident + "/" + action)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** What the status page says of open incidents. */
  List<JsonNode> publicIncidents() {
    return json(get(Listener.STATUS_PAGE, "/api/v2/summary.json"))
        .path("incidents")
        .valueStream()
        .toList();
  }

  private HttpResponse<String> get(Listener listener, String path) {
    return send(request(listener, path));
  }

  private HttpRequest.Builder request(Listener listener, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ports.url(listener) + path)).timeout(ANSWER);
    return listener == Listener.ESCALATION_ENGINE && path.startsWith("/api")
        ? request.header("Authorization", "Bearer " + token())
        : request;
  }

  private String token() {
    try {
      return Files.readString(token).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new UncheckedIOException(
          new IOException(response.uri() + " said " + response.statusCode() + response.body()));
    }
    return ContractJson.MAPPER.readTree(response.body());
  }

  /**
   * A page that PagerDuty was asked for.
   *
   * @param key its dedup key
   */
  record SentPage(String key, String incident, String summary) {
    static SentPage of(JsonNode event) {
      return new SentPage(
          event.path("dedup_key").asString(),
          event.path("payload").path("custom_details").path("incident").asString(),
          event.path("payload").path("summary").asString());
    }
  }
}
