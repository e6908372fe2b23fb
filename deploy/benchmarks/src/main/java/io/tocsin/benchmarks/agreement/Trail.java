package io.tocsin.benchmarks.agreement;

import io.tocsin.benchmarks.house.RequestLog;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.sandbox.core.Form;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What reached the sandbox, by incident, as its file grows: looking costs the system nothing. */
final class Trail implements AutoCloseable {
  private static final long LOOK_MILLIS = 15;
  private static final Pattern INCIDENT = Pattern.compile("RX-\\d+");
  private static final Pattern NAME = Pattern.compile("\\[([a-z]\\d+)\\]");

  private final RequestLog log;
  private final Map<String, List<Arrived>> byIncident = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, String> calls = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::follow, "trail");
  private volatile boolean open = true;

  /**
   * One request.
   *
   * @param takenAs the provider's name for it; empty where it took nothing
   * @param form without fields for any other body
   */
  record Arrived(
      String provider,
      String method,
      String path,
      String takenAs,
      Form form,
      String body,
      long atMillis) {
    /** The field {@code name}; empty where there is none. */
    String field(String name) {
      return form.text(name);
    }

    boolean isCall(String name) {
      return method.equals("POST") && path.endsWith(name);
    }
  }

  Trail(Running running) {
    this.log = new RequestLog(running, 0);
    thread.setDaemon(true);
    thread.start();
  }

  /** The first of {@code incident} that is {@code wanted}. */
  Optional<Arrived> first(String incident, Predicate<Arrived> wanted) {
    return byIncident.getOrDefault(incident, List.of()).stream().filter(wanted).findFirst();
  }

  /** The incident in whose title {@code name} stands in brackets. */
  Optional<String> incident(String name) {
    return Optional.ofNullable(names.get(name));
  }

  private void follow() {
    try {
      while (open) {
        log.more().forEach(this::enter);
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("the sandbox's file cannot be read", e);
    }
  }

  private void enter(String line) {
    JsonNode request = ContractJson.MAPPER.readTree(line);
    String body = request.path("body").asString("");
    Arrived arrived =
        new Arrived(
            request.path("provider").asString("").toLowerCase(Locale.ROOT),
            request.path("method").asString(""),
            request.path("path").asString(""),
            request.path("takenAs").asString(""),
            Form.of(body.startsWith("{") ? "" : body),
            body,
            Instant.parse(request.path("at").asString()).toEpochMilli());
    incident(arrived)
        .ifPresent(
            incident -> {
              byIncident
                  .computeIfAbsent(incident, any -> new CopyOnWriteArrayList<>())
                  .add(arrived);
              if (arrived.provider().equals("pagerduty")) {
                Matcher named = NAME.matcher(arrived.body());
                if (named.find()) {
                  names.putIfAbsent(named.group(1), incident);
                }
              }
              if (arrived.isCall(Opened.CALLS)) {
                calls.put(arrived.takenAs(), incident);
              }
            });
  }

  /** A change of a call names the call only. */
  private Optional<String> incident(Arrived arrived) {
    String changed = arrived.path().replaceFirst(".*/Calls/(\\w+)\\.json.*", "$1");
    if (calls.containsKey(changed)) {
      return Optional.of(calls.get(changed));
    }
    boolean plain = arrived.form().fields().isEmpty();
    String text = plain ? arrived.body() : arrived.form().toString();
    Matcher matcher = INCIDENT.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  @Override
  public void close() {
    open = false;
  }
}
