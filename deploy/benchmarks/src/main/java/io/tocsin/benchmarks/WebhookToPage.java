package io.tocsin.benchmarks;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * From a webhook sent to its page at the provider: Datadog bodies at a fixed rate (open loop: a
 * slow answer delays no later send), each of a service of its own, so each an incident and a page.
 * The times of arrival are the sandbox's. The figures are void unless pages = alerts.
 */
public final class WebhookToPage {
  private static final Pattern NAME = Pattern.compile("bench-[0-9a-z]+-[0-9]+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String run = Long.toString(System.currentTimeMillis(), 36);
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final Map<String, Long> answered = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final int offset;

  private WebhookToPage(int offset) {
    this.offset = offset;
  }

  /** Arguments: rate per second, seconds, and optionally a port offset. */
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: WebhookToPage RATE SECONDS [PORT-OFFSET]");
      System.exit(2);
    }
    int rate = Integer.parseInt(args[0]);
    int seconds = Integer.parseInt(args[1]);
    new WebhookToPage(args.length > 2 ? Integer.parseInt(args[2]) : 0).go(rate, seconds);
  }

  private void go(int rate, int seconds) throws Exception {
    int total = rate * seconds;
    request("DELETE", 8090, "/requests");
    send(total, rate);
    Map<String, Long> arrived = awaitPages(total);
    print(rate, total, arrived);
  }

  private void send(int total, int rate) {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < total; i++) {
      long due = start + i * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(send("bench-" + run + "-" + i));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
  }

  private CompletableFuture<?> send(String name) {
    long now = System.currentTimeMillis();
    String body =
        """
        {"id":"%s","date":"%d","alert_id":"%s","alert_transition":"Triggered",
         "title":"%s failing","tags":"service:%s,env:production"}"""
            .formatted(name, now, name, name, name);
    sentAt.put(name, now);
    return http.sendAsync(
            request(8080, "/webhooks/datadog/demo-datadog")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .handle(
            (answer, failure) -> {
              if (failure == null && answer.statusCode() == 202) {
                answered.put(name, System.currentTimeMillis());
              } else {
                refused.incrementAndGet();
              }
              return name;
            });
  }

  private Map<String, Long> awaitPages(int total) throws IOException, InterruptedException {
    Map<String, Long> arrived = Map.of();
    Instant until = Instant.now().plus(PATIENCE);
    while (arrived.size() < total - refused.get() && Instant.now().isBefore(until)) {
      Thread.sleep(1000);
      arrived = pages();
    }
    Thread.sleep(1000);
    return pages();
  }

  private Map<String, Long> pages() throws IOException, InterruptedException {
    Map<String, Long> arrived = new ConcurrentHashMap<>();
    JsonNode records =
        ContractJson.MAPPER.readTree(request("GET", 8090, "/requests?provider=pagerduty"));
    for (JsonNode record : records) {
      String body = record.get("body").asString();
      Matcher name = NAME.matcher(body);
      if (body.contains("\"trigger\"") && name.find() && sentAt.containsKey(name.group())) {
        Long at = Instant.parse(record.get("at").asString()).toEpochMilli();
        if (arrived.put(name.group(), at) != null) {
          throw new IllegalStateException("two pages for " + name.group() + ": void");
        }
      }
    }
    return arrived;
  }

  private void print(int rate, int total, Map<String, Long> arrived) {
    long[] pages =
        arrived.entrySet().stream()
            .mapToLong(page -> page.getValue() - sentAt.getOrDefault(page.getKey(), 0L))
            .sorted()
            .toArray();
    long[] answers =
        answered.entrySet().stream()
            .mapToLong(answer -> answer.getValue() - sentAt.getOrDefault(answer.getKey(), 0L))
            .sorted()
            .toArray();
    System.out.printf(
        "| %d/s | %d sent, %d refused, %d pages | answer p50 %d p99 %d ms | page p50 %d p99 %d"
            + " p99.9 %d max %d ms |%s%n",
        rate,
        total,
        refused.get(),
        pages.length,
        at(answers, 0.5),
        at(answers, 0.99),
        at(pages, 0.5),
        at(pages, 0.99),
        at(pages, 0.999),
        at(pages, 1),
        pages.length == total ? "" : " VOID: pages differ from alerts");
  }

  private static long at(long[] sorted, double quantile) {
    if (sorted.length == 0) {
      return -1;
    }
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))];
  }

  private HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + offset) + path))
        .timeout(Duration.ofSeconds(30));
  }

  private String request(String method, int port, String path)
      throws IOException, InterruptedException {
    return http.send(
            request(port, path).method(method, HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
