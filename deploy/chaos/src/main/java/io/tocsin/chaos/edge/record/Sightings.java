package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.core.Sighting;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.sandbox.core.Form;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads from what the sandbox took which messages stand at their receivers now. */
public final class Sightings {
  private static final Pattern ISSUES = Pattern.compile(".*/issues(/\\d+/comments)?");
  private static final Pattern MARK =
      Pattern.compile("<!-- tocsin:[^/ ]+/([A-Z][A-Z0-9]+-\\d+)/(\\S+) -->");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?m)^Message-ID:\\s*<(([A-Z][A-Z0-9]+-\\d+)/[^@>]+)@");
  private static final Pattern TAGGED = Pattern.compile("\"notification:([^\"]+)\"");
  private static final Pattern CALLED = Pattern.compile("[?&]n=([^&]+)");
  private static final Pattern NAMED = Pattern.compile("\\b([A-Z][A-Z0-9]{1,7}-\\d+)\\b");

  private Sightings() {}

  /** Those among {@code requests}, in their order. PagerDuty's events are no messages. */
  public static List<Sighting> of(JsonNode requests) {
    return requests.valueStream().flatMap(each -> read(each).stream()).toList();
  }

  private static Optional<Sighting> read(JsonNode request) {
    boolean taken = request.path("takenAs").isString();
    String method = request.path("method").asString("");
    String path = request.path("path").asString("");
    return switch (request.path("provider").asString("").toLowerCase(Locale.ROOT)) {
      case "slack" ->
          taken && path.endsWith("/chat.postMessage") ? slack(request) : Optional.empty();
      case "github" ->
          taken && method.equals("POST") && ISSUES.matcher(path).matches()
              ? found(request, Channel.GITHUB, MARK.matcher(body(request)))
              : Optional.empty();
      case "email" -> taken ? mail(request) : Optional.empty();
      case "phone" -> taken && method.equals("POST") ? phone(request, path) : Optional.empty();
      case "datadog" -> taken ? event(request) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Sighting> event(JsonNode request) {
    Matcher tagged = TAGGED.matcher(body(request));
    return tagged.find()
        ? incident(tagged.group(1).split("/", 2)[0])
            .map(incident -> new Sighting(at(request), Channel.DATADOG, incident, tagged.group(1)))
        : Optional.empty();
  }

  private static Optional<Sighting> slack(JsonNode request) {
    JsonNode payload = json(Form.of(body(request)).text("metadata")).path("event_payload");
    String notification = payload.path("notification").asString("");
    return incident(payload.path("incident").asString(""))
        .map(
            incident ->
                new Sighting(
                    at(request),
                    Channel.SLACK,
                    incident,
                    notification + " " + payload.path("part").asString("")));
  }

  private static Optional<Sighting> mail(JsonNode request) {
    Matcher matcher = MESSAGE_ID.matcher(body(request));
    return matcher.find()
        ? incident(matcher.group(2))
            .map(
                incident ->
                    new Sighting(at(request), Channel.EMAIL, incident, plain(matcher.group(1))))
        : Optional.empty();
  }

  /** {@code =3A} is a colon, as the notifier writes its ids into names of mails. */
  private static String plain(String name) {
    return URLDecoder.decode(
        name.replace("%", "%25").replaceAll("=([0-9A-F]{2})", "%$1"), StandardCharsets.UTF_8);
  }

  private static Optional<Sighting> phone(JsonNode request, String path) {
    Form form = Form.of(body(request));
    if (path.endsWith("/Calls.json")) {
      Matcher called = CALLED.matcher(form.text("StatusCallback"));
      String id = called.find() ? decoded(called.group(1)) : "";
      return incident(id.split("/", 2)[0])
          .map(incident -> new Sighting(at(request), Channel.PHONE, incident, id));
    }
    String text = form.text("Body");
    Matcher named = NAMED.matcher(text);
    return path.endsWith("/Messages.json") && named.find()
        ? incident(named.group(1))
            .map(
                incident ->
                    new Sighting(
                        at(request),
                        Channel.PHONE,
                        incident,
                        "text to %s: %s".formatted(form.text("To"), text)))
        : Optional.empty();
  }

  private static Optional<Sighting> found(JsonNode request, Channel channel, Matcher mark) {
    return mark.find()
        ? incident(mark.group(1))
            .map(incident -> new Sighting(at(request), channel, incident, mark.group(2)))
        : Optional.empty();
  }

  private static Optional<IncidentId> incident(String text) {
    try {
      return Optional.of(IncidentId.parse(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Instant at(JsonNode request) {
    return Instant.parse(request.path("at").asString());
  }

  private static String body(JsonNode request) {
    return request.path("body").asString("");
  }

  private static JsonNode json(String text) {
    return ContractJson.MAPPER.readTree(text.isEmpty() ? "{}" : text);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
