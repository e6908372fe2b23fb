package io.tocsin.contracts.runtime.oncall;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.policy.calendar.Interval;
import io.tocsin.contracts.runtime.BriefCall;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** PagerDuty's {@code GET /oncalls}, page by page, with whom each user is (RUN-08.2). */
public final class PagerDutySchedules implements ScheduleSource {
  private static final int PAGE = 100;
  private static final int PAGES = 20;

  private final BriefCall call = new BriefCall("PagerDuty");
  private final String api;
  private final Supplier<String> token;

  /**
   * @param api what {@code /oncalls} is put after
   * @param token a key that may read; empty: none is set
   */
  public PagerDutySchedules(String api, Supplier<String> token) {
    this.api = api.replaceAll("/+$", "");
    this.token = token;
  }

  @Override
  public List<Turn> read(String schedule, Interval window) throws ScheduleUnread {
    String proof = token.get();
    if (proof.isEmpty()) {
      throw new ScheduleUnread("PAGERDUTY_API_TOKEN is not set; a key that may read is enough");
    }
    List<Turn> turns = new ArrayList<>();
    boolean more = true;
    for (int page = 0; more && page < PAGES; page++) {
      JsonNode answer = page(schedule, window, page * PAGE, proof);
      for (JsonNode each : answer.path("oncalls")) {
        turns.add(turn(each, window));
      }
      more = answer.path("more").asBoolean(false);
    }
    return turns.stream().filter(turn -> !turn.when().isEmpty()).distinct().toList();
  }

  private JsonNode page(String schedule, Interval window, int offset, String proof)
      throws ScheduleUnread {
    URI uri =
        URI.create(
            "%s/oncalls?schedule_ids%%5B%%5D=%s&include%%5B%%5D=users&since=%s&until=%s&limit=%d&offset=%d"
                .formatted(api, encoded(schedule), window.from(), window.to(), PAGE, offset));
    try {
      return ContractJson.MAPPER.readTree(
          call.send(
              HttpRequest.newBuilder(uri)
                  .header("Authorization", "Token token=" + proof)
                  .header("Accept", "application/vnd.pagerduty+json;version=2")
                  .GET()
                  .build()));
    } catch (BriefCall.Refused e) {
      throw new ScheduleUnread(String.valueOf(e.getMessage()), e);
    } catch (JacksonException e) {
      throw new ScheduleUnread("PagerDuty answered with what is no JSON", e);
    }
  }

  /** An open start or end reaches to the window's own. */
  private static Turn turn(JsonNode oncall, Interval window) throws ScheduleUnread {
    JsonNode user = oncall.path("user");
    Instant from = time(oncall.path("start"), window.from());
    Instant to = time(oncall.path("end"), window.to());
    Instant begins = from.isBefore(window.from()) ? window.from() : from;
    Instant ends = to.isAfter(window.to()) ? window.to() : to;
    return new Turn(
        user.path("id").asString(""),
        user.path("name").asString(user.path("summary").asString("")),
        user.path("email").asString(""),
        new Interval(begins, ends.isBefore(begins) ? begins : ends));
  }

  private static Instant time(JsonNode written, Instant open) throws ScheduleUnread {
    if (!written.isString()) {
      return open;
    }
    try {
      return OffsetDateTime.parse(written.asString()).toInstant();
    } catch (DateTimeException e) {
      throw new ScheduleUnread("PagerDuty wrote a time that is none", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
