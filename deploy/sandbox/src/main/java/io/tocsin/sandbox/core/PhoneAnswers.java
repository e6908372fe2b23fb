package io.tocsin.sandbox.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Calls, texts and errors in Twilio's words. */
final class PhoneAnswers {
  private static final String VERSION = "2010-04-01";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss Z", Locale.US)
          .withZone(ZoneOffset.UTC);

  private PhoneAnswers() {}

  static Map<String, Object> call(PhoneCall call) {
    String below = uri(call.account(), "Calls/" + call.sid());
    Map<String, Object> json =
        common(call.sid(), call.account(), call.to(), call.from(), call.created());
    json.put("date_updated", date(call.updated()));
    json.put("status", call.status().word());
    json.put("uri", below + ".json");
    json.put("subresource_uris", Map.of("events", below + "/Events.json"));
    return json;
  }

  static Map<String, Object> text(PhoneText text) {
    Map<String, Object> json =
        common(text.sid(), text.account(), text.to(), text.from(), text.created());
    json.put("direction", text.direction().word());
    json.put("body", text.body());
    json.put("num_media", "0");
    json.put("num_segments", Integer.toString(1 + text.body().length() / 153));
    json.put("status", text.status().word());
    json.put("error_code", PhoneCallbacks.error(text.status()).orElse(null));
    json.put("uri", uri(text.account(), "Messages/" + text.sid()) + ".json");
    return json;
  }

  private static Map<String, Object> common(
      String sid, String account, String to, String from, Instant created) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sid", sid);
    json.put("account_sid", account);
    json.put("api_version", VERSION);
    json.put("to", to);
    json.put("from", from);
    json.put("direction", "outbound-api");
    json.put("date_created", date(created));
    return json;
  }

  static Answer account(String sid) {
    return Answer.of(200)
        .with("sid", sid)
        .with("friendly_name", "sandbox")
        .with("status", "active")
        .with("type", "Full")
        .with("uri", "/%s/Accounts/%s.json".formatted(VERSION, sid));
  }

  /** The requests that Twilio has made for a call. */
  static Answer events(List<String> addresses) {
    return Answer.of(200)
        .with(
            "events",
            addresses.stream()
                .map(url -> Map.of("request", Map.of("method", "POST", "url", url)))
                .toList());
  }

  static <T> Answer list(String name, List<T> found, Function<T, Map<String, Object>> json) {
    return Answer.of(200)
        .with(name, found.stream().map(json).toList())
        .with("page", 0)
        .with("page_size", found.size());
  }

  static Answer of(int status, Map<String, Object> json) {
    return new Answer(status, json, null);
  }

  static Answer refused(int status, int code, String message) {
    return Answer.of(status)
        .with("code", code)
        .with("message", message)
        .with("more_info", "https://www.twilio.com/docs/errors/" + code)
        .with("status", status);
  }

  static Answer notFound(String path) {
    return refused(404, 20404, "The requested resource " + path + " was not found");
  }

  private static String uri(String account, String rest) {
    return "/" + VERSION + "/Accounts/" + account + "/" + rest;
  }

  private static String date(Instant time) {
    return DATE.format(time);
  }
}
