package io.tocsin.benchmarks.agreement;

import io.tocsin.benchmarks.agreement.Trail.Arrived;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One incident: it opens, every channel says so, somebody answers, and all others know it. */
final class OneIncident {
  private static final long AGREEING_NANOS = 20_000_000_000L;
  private static final long LOOK_MILLIS = 60;
  private static final Pattern CODE = Pattern.compile("ACK (\\d{4})");
  private static final String PERSON = "rx-on-call";

  private final Outside outside;
  private final Trail trail;
  private final Side side;
  private final Opened opened;
  private final Map<Place, Long> known = new EnumMap<>(Place.class);
  private final int updates;
  private final long began;

  private OneIncident(Outside outside, Trail trail, Side side, Opened opened)
      throws IOException, InterruptedException {
    this.outside = outside;
    this.trail = trail;
    this.side = side;
    this.opened = opened;
    this.updates = outside.updates(opened.incident());
    this.began = System.currentTimeMillis();
  }

  /**
   * Plays it.
   *
   * @param name the label {@code case} that makes it an incident of its own
   * @param side where it is answered
   * @return milliseconds from the answer until each place knew it; what never did is not there
   */
  static Map<Place, Long> live(Outside outside, Trail trail, String name, Side side)
      throws IOException, InterruptedException {
    outside.alert(alert(name));
    Opened opened = Opened.awaited(trail, name);
    OneIncident incident = new OneIncident(outside, trail, side, opened);
    incident.answer();
    incident.watch();
    outside.command(opened.incident(), "false-alarm", "{\"reason\":\"it was measured\"}");
    return incident.known;
  }

  private static String alert(String name) {
    return """
    {"id":"%1$s","date":"%2$d","alert_id":"%2$d","alert_transition":"Triggered",\
    "link":"https://app.datadoghq.com/event/jump_to?event_id=%2$d",\
    "alert_scope":"service:prescription-api,env:production",\
    "title":"prescription-api is unavailable [%1$s]","body":"It answers nobody.",\
    "tags":"service:prescription-api,env:production,case:%1$s"}\
    """
        .formatted(name, System.currentTimeMillis());
  }

  private void answer() throws IOException, InterruptedException {
    switch (side) {
      case API -> outside.command(opened.incident(), "acknowledge", "{}");
      case PAGERDUTY -> act("pagerduty", "acknowledge", opened.page(), "");
      case SLACK ->
          outside.act(
              deed(
                  "slack",
                  "press",
                  outside.slackChannel("incidents") + "/" + opened.first().takenAs(),
                  "tocsin_acknowledge"));
      case COMMAND ->
          outside.act(deed("slack", "command", "#incidents", "ack " + opened.incident()));
      case REACTION ->
          outside.act(
              deed(
                  "slack",
                  "react",
                  outside.slackChannel("incidents") + "/" + opened.first().takenAs(),
                  "eyes"));
      case KEY -> act("phone", "key", opened.call(), "1");
      case TEXT -> {
        Matcher code = CODE.matcher(opened.text().field("Body"));
        act("phone", "text", opened.text(), code.find() ? "ACK " + code.group(1) : "it has none");
      }
    }
  }

  private void act(String provider, String act, Arrived on, String text)
      throws IOException, InterruptedException {
    outside.act(deed(provider, act, on.takenAs(), text));
  }

  private static Map<String, String> deed(String provider, String act, String on, String text) {
    return Map.of("provider", provider, "act", act, "person", PERSON, "on", on, "text", text);
  }

  private void watch() throws IOException, InterruptedException {
    long end = System.nanoTime() + AGREEING_NANOS;
    while (System.nanoTime() < end && !agrees()) {
      look();
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean agrees() {
    for (Place place : Place.values()) {
      if (!place.isOwn(side) && !known.containsKey(place)) {
        return false;
      }
    }
    return true;
  }

  private void look() throws IOException, InterruptedException {
    String id = opened.incident();
    if (!known.containsKey(Place.API) && outside.isAcknowledged(id)) {
      known.put(Place.API, System.currentTimeMillis() - began);
    }
    if (!known.containsKey(Place.PAGE) && outside.updates(id) > updates) {
      known.put(Place.PAGE, System.currentTimeMillis() - began);
    }
    find(
        Place.PAGERDUTY,
        it -> it.provider().equals("pagerduty") && it.body().contains("\"acknowledge\""));
    find(
        Place.SLACK,
        it -> it.isCall("chat.update") && it.field("ts").equals(opened.first().takenAs()));
    find(Place.MONITOR, it -> it.provider().equals("datadog") && it.isCall("/events"));
    find(Place.RUNG, it -> it.isCall("/Calls/" + opened.call().takenAs() + ".json"));
    find(Place.TOLD, Opened::isText);
  }

  private void find(Place place, Predicate<Arrived> wanted) {
    if (!known.containsKey(place)) {
      trail
          .first(opened.incident(), wanted.and(it -> it.atMillis() >= began))
          .ifPresent(it -> known.put(place, it.atMillis() - began));
    }
  }
}
