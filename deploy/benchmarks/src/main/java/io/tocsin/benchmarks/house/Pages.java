package io.tocsin.benchmarks.house;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The pages that reached the provider, from the sandbox's file: read once, after a pass, so that
 * looking costs the pass nothing.
 */
public final class Pages {
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Path file;

  public Pages(Running running) {
    this.file = running.data().resolve("sandbox").resolve("requests.jsonl");
  }

  /** A page with the time at which the provider had it. */
  public record Page(String key, String summary, long atMillis) {}

  /** How much there is now: where the next pass begins. */
  public long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Waits until no page has come for a second, whatever other providers still get. */
  public void awaitQuiet(Duration patience) throws InterruptedException {
    long[] last = {0, System.nanoTime()};
    Waiting.until(
        patience,
        () -> {
          long size = size();
          if (RequestLog.lines(file, last[0]).stream().anyMatch(Pages::isOfPagerDuty)) {
            last[1] = System.nanoTime();
          }
          last[0] = size;
          return System.nanoTime() - last[1] > QUIET.toNanos();
        });
  }

  /** Waits until {@code count} pages have come after {@code from}. */
  public void await(long from, int count, Duration patience) throws InterruptedException {
    Waiting.until(patience, () -> since(from).size() >= count);
  }

  /** The pages that came after {@code from}. */
  public List<Page> since(long from) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String line : RequestLog.lines(file, from)) {
      if (!isOfPagerDuty(line)) {
        continue;
      }
      JsonNode request = ContractJson.MAPPER.readTree(line);
      JsonNode event = ContractJson.MAPPER.readTree(request.path("body").asString("{}"));
      if (event.path("event_action").asString("").equals("trigger")) {
        pages.add(
            new Page(
                event.path("dedup_key").asString(""),
                event.path("payload").path("summary").asString(""),
                Instant.parse(request.path("at").asString()).toEpochMilli()));
      }
    }
    return pages;
  }

  private static boolean isOfPagerDuty(String line) {
    return line.startsWith("{\"provider\":\"pagerduty\"");
  }
}
