package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The engine's API as the command line needs it. */
final class EngineApi {
  private final Http http = new Http();
  private final String url;
  private final String token;

  EngineApi(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /**
   * @param filters query parameters; those that are empty are left out
   */
  List<Incident> list(Map<String, String> filters) throws CommandRefused {
    String query =
        filters.entrySet().stream()
            .filter(filter -> !filter.getValue().isEmpty())
            .map(filter -> filter.getKey() + "=" + encode(filter.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    Listed listed = read(http.body(request("/api/incidents" + query).build()), Listed.class);
    return listed.incidents() == null ? List.of() : listed.incidents();
  }

  Shown show(String id) throws CommandRefused {
    return read(http.body(request("/api/incidents/" + encode(id)).build()), Shown.class);
  }

  LedgerPage ledger() throws CommandRefused {
    return read(http.body(request("/api/ledger").build()), LedgerPage.class);
  }

  /** One command under an id of its own: repeated on the way, it still happens once. */
  Incident command(String path, Map<String, ?> body) throws CommandRefused {
    HttpRequest request =
        request("/api/incidents" + path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(ContractJson.MAPPER.writeValueAsString(body)))
            .build();
    String answer = http.body(request);
    Incident after = answer.isBlank() ? null : read(answer, Shown.class).incident();
    if (after == null) {
      throw new CommandRefused("accepted but not done yet; look again with `tocsin incidents`");
    }
    return after;
  }

  private HttpRequest.Builder request(String path) {
    return Http.request(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .header("Tocsin-Client", "command-line");
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static <T> T read(String json, Class<T> type) throws CommandRefused {
    try {
      return ContractJson.MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new CommandRefused("the engine's answer is not understood: " + json, e);
    }
  }

  /**
   * One incident and what happened to it.
   *
   * @param deliveries what providers said of its messages, in the order in which they said it
   * @param complete false where the engine could not read all of both just now
   */
  record Shown(
      @Nullable Incident incident,
      @Nullable List<Entry> timeline,
      @Nullable List<DeliveryReceipt> deliveries,
      @Nullable Boolean complete,
      @Nullable Boolean policyIsCurrent) {

    boolean isUnderEarlierPolicy() {
      return Boolean.FALSE.equals(policyIsCurrent);
    }

    boolean isCutShort() {
      return Boolean.FALSE.equals(complete);
    }
  }

  /** One line of the timeline. */
  record Entry(
      Instant at, @Nullable Actor by, @Nullable String text, @Nullable IncidentChange change) {}

  /** What became of the accepted alerts. */
  record LedgerPage(
      @Nullable Instant asOf,
      long lag,
      long accepted,
      @Nullable Map<String, Long> disposed,
      long waiting,
      @Nullable Long unaccounted,
      @Nullable List<Lost> alerts,
      @Nullable Canaries canaries) {}

  /** Alerts of Tocsin's own, which the other figures leave out. */
  record Canaries(long accepted, long ended) {}

  /** An alert that cannot be accounted for. */
  record Lost(String id, String key, Instant acceptedAt, long ageSeconds) {}

  private record Listed(@Nullable List<Incident> incidents) {}
}
