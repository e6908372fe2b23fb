package io.tocsin.severityclassifier;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An alert of the prescription API, and what a test changes of it. */
public record ExampleAlert(
    Signal signal,
    String integration,
    @Nullable String service,
    String environment,
    Map<String, String> labels,
    String title,
    Instant occurredAt,
    Instant receivedAt,
    boolean timed) {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final AlertKey KEY = AlertKey.of("datadog-rx", "monitor-7");

  public static ExampleAlert triggered() {
    return new ExampleAlert(
        Signal.TRIGGERED,
        "datadog-rx",
        "prescription-api",
        Alert.PRODUCTION,
        Map.of(),
        "The prescription API is slow",
        NOON,
        NOON,
        true);
  }

  /** As some senders recover: without any tag. */
  public static ExampleAlert recovered() {
    return triggered().signal(Signal.RECOVERED).service(null);
  }

  public ExampleAlert signal(Signal value) {
    return new ExampleAlert(
        value, integration, service, environment, labels, title, occurredAt, receivedAt, timed);
  }

  public ExampleAlert integration(String value) {
    return new ExampleAlert(
        signal, value, service, environment, labels, title, occurredAt, receivedAt, timed);
  }

  public ExampleAlert service(@Nullable String value) {
    return new ExampleAlert(
        signal, integration, value, environment, labels, title, occurredAt, receivedAt, timed);
  }

  public ExampleAlert environment(String value) {
    return new ExampleAlert(
        signal, integration, service, value, labels, title, occurredAt, receivedAt, timed);
  }

  public ExampleAlert label(String name, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(name, value);
    return new ExampleAlert(
        signal, integration, service, environment, more, title, occurredAt, receivedAt, timed);
  }

  public ExampleAlert title(String value) {
    return new ExampleAlert(
        signal, integration, service, environment, labels, value, occurredAt, receivedAt, timed);
  }

  /** When the sender says it happened, after noon. */
  public ExampleAlert occurred(Duration after) {
    return new ExampleAlert(
        signal,
        integration,
        service,
        environment,
        labels,
        title,
        NOON.plus(after),
        receivedAt,
        timed);
  }

  /** When ingest had it, after noon. */
  public ExampleAlert received(Duration after) {
    return new ExampleAlert(
        signal,
        integration,
        service,
        environment,
        labels,
        title,
        occurredAt,
        NOON.plus(after),
        timed);
  }

  /** Both at once. */
  public ExampleAlert at(Duration after) {
    return occurred(after).received(after);
  }

  /** The sender tells no time: it is when ingest had it. */
  public ExampleAlert untimed() {
    return new ExampleAlert(
        signal, integration, service, environment, labels, title, receivedAt, receivedAt, false);
  }

  public Alert alert() {
    return new Alert(
        AlertId.ofContent(integration, signal + title + labels, occurredAt.toString()),
        KEY,
        integration,
        "datadog",
        signal,
        signal.name(),
        title,
        "",
        service,
        environment,
        "P1",
        labels,
        List.of(),
        occurredAt,
        receivedAt,
        timed);
  }
}
