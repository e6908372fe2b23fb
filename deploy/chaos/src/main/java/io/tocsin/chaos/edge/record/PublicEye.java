package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.core.Poll;
import io.tocsin.chaos.edge.driver.HttpCalls;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.statuspage.core.PublicId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Somebody who looks at the status page again and again. */
public final class PublicEye implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int OK = 200;

  private final String url;
  private final HttpCalls calls;
  private final ScheduledFuture<?> looking;
  private final List<Look> looks = new ArrayList<>();

  private record Look(Instant at, Instant until, int status, String body) {}

  /** Begins to look at the page at {@code url}. */
  public PublicEye(String url, ScheduledExecutorService timer) {
    this.url = url;
    this.calls = new HttpCalls(ANSWER, timer);
    this.looking =
        timer.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    Instant at = Instant.now();
    Look look;
    try {
      HttpResponse<String> answer = calls.get(url + "/api/v2/summary.json");
      look = new Look(at, Instant.now(), answer.statusCode(), answer.body());
    } catch (IOException e) {
      look = new Look(at, Instant.now(), 0, "");
    }
    synchronized (looks) {
      looks.add(look);
    }
  }

  /**
   * What was seen.
   *
   * @param known every incident of the run: the public knows them by other names
   */
  public List<Poll> polls(Collection<IncidentId> known) {
    Map<String, IncidentId> names = new HashMap<>();
    known.forEach(id -> names.put(PublicId.of("incident", id.toString()), id));
    synchronized (looks) {
      return looks.stream().map(look -> poll(look, names)).toList();
    }
  }

  private static Poll poll(Look look, Map<String, IncidentId> names) {
    Map<IncidentId, String> incidents = new HashMap<>();
    if (look.status() == OK) {
      for (JsonNode shown : ContractJson.MAPPER.readTree(look.body()).path("incidents")) {
        IncidentId id = names.get(shown.path("id").asString());
        if (id != null) {
          incidents.put(id, shown.path("status").asString());
        }
      }
    }
    return new Poll(look.at(), look.until(), look.status(), incidents, look.body());
  }

  @Override
  public void close() {
    boolean unused = looking.cancel(false);
  }
}
