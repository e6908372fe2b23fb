package io.tocsin.chaos.edge.nemesis;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.chaos.edge.driver.HttpCalls;
import io.tocsin.chaos.edge.record.Sightings;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in for every provider, told to misbehave, and asked what arrived. */
public final class Provider {
  private static final List<String> ALL =
      List.of("pagerduty", "slack", "github", "email", "phone", "datadog");
  private static final int MANY = 100_000;
  private static final int HANG_MILLIS = 60_000;
  private static final int ANY_SUCCESS = 300;

  private final String url;
  private final HttpCalls calls = new HttpCalls(Duration.ofSeconds(30), ForkJoinPool.commonPool());

  /**
   * @param url where the sandbox is, past its proxy
   */
  public Provider(String url) {
    this.url = url;
  }

  void refuse(int status) throws IOException {
    // a mail server says it with a code of its own
    for (String provider : ALL) {
      int code = provider.equals("email") ? 451 : status;
      fault("{\"provider\":\"%s\",\"status\":%d,\"count\":%d}".formatted(provider, code, MANY));
    }
  }

  void hang() throws IOException {
    late(ALL, Duration.ofMillis(HANG_MILLIS));
  }

  /** What these providers are sent from now on they take, and answer so much later. */
  public void late(Collection<String> providers, Duration by) throws IOException {
    for (String provider : providers) {
      fault(
          "{\"provider\":\"%s\",\"delayMs\":%d,\"count\":%d}"
              .formatted(provider, by.toMillis(), MANY));
    }
  }

  void drop() throws IOException {
    for (String provider : ALL) {
      fault("{\"provider\":\"%s\",\"dropConnection\":true,\"count\":%d}".formatted(provider, MANY));
    }
  }

  /** From now on PagerDuty says that it took what it is sent, and nobody is rung. */
  public void lose() throws IOException {
    fault("{\"provider\":\"pagerduty\",\"forget\":true,\"count\":%d}".formatted(MANY));
  }

  /** No fault is left. */
  public void behave() throws IOException {
    check(calls.delete(url + "/faults"));
  }

  /** Forgets what arrived. */
  public void forget() throws IOException {
    check(calls.delete(url + "/requests"));
  }

  /** All that arrived since, in order. */
  public List<Arrival> arrivals() throws IOException {
    HttpResponse<String> answer = check(calls.get(url + "/requests?provider=pagerduty"));
    return ContractJson.MAPPER
        .readTree(answer.body())
        .valueStream()
        .map(Provider::arrival)
        .toList();
  }

  /** What the receivers of all other messages have now, in the order in which it came. */
  public List<Sighting> sightings() throws IOException {
    List<Sighting> all = new ArrayList<>();
    for (String provider : ALL.subList(1, ALL.size())) {
      HttpResponse<String> answer = check(calls.get(url + "/requests?provider=" + provider));
      all.addAll(Sightings.of(ContractJson.MAPPER.readTree(answer.body())));
    }
    all.sort(Comparator.comparing(Sighting::at));
    return all;
  }

  private static Arrival arrival(JsonNode request) {
    JsonNode event = ContractJson.MAPPER.readTree(request.path("body").asString());
    JsonNode payload = event.path("payload");
    Map<String, String> details = new LinkedHashMap<>();
    payload
        .path("custom_details")
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().asString()));
    return new Arrival(
        Instant.parse(request.path("at").asString()),
        Arrival.Action.valueOf(event.path("event_action").asString().toUpperCase(Locale.ROOT)),
        event.path("dedup_key").asString(),
        text(payload.path("summary")),
        details,
        !request.path("takenAs").isMissingNode() && !request.path("takenAs").isNull(),
        withoutKey((ObjectNode) event));
  }

  private static String withoutKey(ObjectNode event) {
    event.remove("routing_key");
    return event.toString();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  private void fault(String body) throws IOException {
    try {
      check(calls.post(url + "/faults", body).join());
    } catch (CompletionException e) {
      throw new IOException("the sandbox took no fault", e);
    }
  }

  private static HttpResponse<String> check(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= ANY_SUCCESS) {
      throw new IOException("%s said %d".formatted(answer.uri(), answer.statusCode()));
    }
    return answer;
  }
}
