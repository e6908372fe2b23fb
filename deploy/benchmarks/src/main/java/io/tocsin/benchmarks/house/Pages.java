package io.tocsin.benchmarks.house;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The pages of incidents that reached the provider, from the sandbox's file. */
public final class Pages {
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** In the key of an alarm of Tocsin about itself, which pages too. */
  private static final String ALARM = "-tocsin-";

  private final Running running;

  public Pages(Running running) {
    this.running = running;
  }

  /** A page with the time at which the provider had it. */
  public record Page(String key, String summary, long atMillis) {}

  /** How much there is now: where the next pass begins. */
  public long size() throws IOException {
    return RequestLog.size(running);
  }

  /** Waits until no page has come for a second, whatever other providers still get. */
  public void awaitQuiet(Duration patience) throws InterruptedException {
    RequestLog log = new RequestLog(running, 0);
    long[] last = {System.nanoTime()};
    Waiting.until(
        patience,
        () -> {
          if (log.more().stream().anyMatch(Pages::isOfPagerDuty)) {
            last[0] = System.nanoTime();
          }
          return System.nanoTime() - last[0] > QUIET.toNanos();
        });
  }

  /** Waits until {@code count} pages have come after {@code from}. */
  public void await(long from, int count, Duration patience) throws InterruptedException {
    RequestLog log = new RequestLog(running, from);
    int[] come = {0};
    Waiting.until(
        patience,
        () -> {
          come[0] += pages(log.more()).size();
          return come[0] >= count;
        });
  }

  /** The pages that came after {@code from}. */
  public List<Page> since(long from) throws IOException {
    return pages(new RequestLog(running, from).more());
  }

  private static List<Page> pages(List<String> lines) {
    return lines.stream().filter(Pages::isOfPagerDuty).flatMap(it -> page(it).stream()).toList();
  }

  private static Optional<Page> page(String line) {
    JsonNode request = ContractJson.MAPPER.readTree(line);
    JsonNode event = ContractJson.MAPPER.readTree(request.path("body").asString("{}"));
    String key = event.path("dedup_key").asString("");
    return event.path("event_action").asString("").equals("trigger") && !key.contains(ALARM)
        ? Optional.of(
            new Page(
                key,
                event.path("payload").path("summary").asString(""),
                Instant.parse(request.path("at").asString()).toEpochMilli()))
        : Optional.empty();
  }

  private static boolean isOfPagerDuty(String line) {
    return line.startsWith("{\"provider\":\"pagerduty\"");
  }
}
