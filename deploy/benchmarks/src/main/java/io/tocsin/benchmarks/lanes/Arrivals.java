package io.tocsin.benchmarks.lanes;

import io.tocsin.benchmarks.house.RequestLog;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What reached the providers, from the sandbox's file, by incident: the first of each counts. */
final class Arrivals {
  private static final Pattern INCIDENT = Pattern.compile("RX-(\\d{7,12})");
  private static final Map<String, Channel> CHANNELS =
      Map.of("pagerduty", Channel.PAGERDUTY, "slack", Channel.SLACK, "email", Channel.EMAIL);

  private final Running running;

  Arrivals(Running running) {
    this.running = running;
  }

  /** How much there is now: where the next pass begins. */
  long size() throws IOException {
    return RequestLog.size(running);
  }

  /** When each incident's message arrived, in milliseconds since the epoch, by channel. */
  Map<Channel, Map<Long, Long>> since(long from) throws IOException {
    Map<Channel, Map<Long, Long>> arrived = new EnumMap<>(Channel.class);
    for (String line : new RequestLog(running, from).more()) {
      JsonNode request = ContractJson.MAPPER.readTree(line);
      Channel channel = CHANNELS.get(request.path("provider").asString(""));
      Matcher incident = INCIDENT.matcher(request.path("body").asString(""));
      if (channel != null && isMessage(request) && incident.find()) {
        arrived
            .computeIfAbsent(channel, any -> new HashMap<>())
            .putIfAbsent(
                Long.valueOf(incident.group(1)),
                Instant.parse(request.path("at").asString()).toEpochMilli());
      }
    }
    return arrived;
  }

  private static boolean isMessage(JsonNode request) {
    return !request.path("provider").asString("").equals("slack")
        || request.path("path").asString("").endsWith("chat.postMessage");
  }
}
