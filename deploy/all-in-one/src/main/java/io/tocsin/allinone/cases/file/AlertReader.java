package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.Environments;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Integration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as cases write them. One that has the {@code key} of an earlier one speaks of the same
 * alert again, and what it does not say is as it was.
 */
final class AlertReader {
  private static final String KEY = "key";

  private final Frame frame;
  private final Senders senders;
  private final Map<String, Alert> known = new HashMap<>();
  private int count;

  AlertReader(Frame frame) {
    this.frame = frame;
    this.senders = new Senders(frame.policies(), frame.team());
  }

  /** What a sender says in {@code fields} at {@code at}. */
  Optional<Alert> alert(Fields fields, Instant at) {
    fields.allow(
        KEY,
        "integration",
        "source",
        "signal",
        "said",
        "title",
        "description",
        "service",
        "environment",
        "level",
        "labels",
        "delivery",
        "occurred");
    String key = fields.text(KEY);
    Alert before = known.get(key);
    if (before == null && !fields.has("title")) {
      fields.need("title", "say what the alert says, or give the 'key' of one above");
      return Optional.empty();
    }
    Optional<Alert> alert =
        before == null
            ? senders.of(fields).map(sender -> first(fields, sender, at))
            : Optional.of(again(fields, before, at));
    alert.filter(said -> !key.isEmpty()).ifPresent(said -> known.put(key, said));
    return alert;
  }

  /** An alert that was given before is over. */
  Optional<Alert> recovered(Value key, Instant at) {
    return key.as(keyAbove())
        .map(known::get)
        .map(before -> said(before, Signal.RECOVERED, at, at, delivery("")));
  }

  private Form<String> keyAbove() {
    return new Form<>(
        "is the 'key' of no alert above",
        wrong ->
            known.isEmpty()
                ? "give an alert above this 'key'"
                : Names.remedy(wrong, known.keySet()),
        text -> Optional.of(text).filter(known::containsKey));
  }

  private Alert first(Fields fields, Integration sender, Instant at) {
    String title = fields.text("title");
    String service = text(fields, "service", null);
    String environment = Environments.of(fields.text("environment"), sender.environment());
    String key = fields.has(KEY) ? fields.text(KEY) : service + "|" + environment + "|" + title;
    Signal signal = fields.find("signal", Form.SIGNAL).orElse(Signal.TRIGGERED);
    return new Alert(
        AlertId.ofDelivery(sender.name(), delivery(fields.text("delivery"))),
        AlertKey.of(sender.name(), key),
        sender.name(),
        sender.source(),
        signal,
        fields.find("said", Form.TEXT).orElse(signal.name()),
        title,
        fields.text("description"),
        service,
        environment,
        text(fields, "level", null),
        labels(fields, Map.of()),
        List.of(),
        occurred(fields, at),
        at,
        true);
  }

  private Alert again(Fields fields, Alert before, Instant at) {
    Signal signal = fields.find("signal", Form.SIGNAL).orElse(Signal.RETRIGGERED);
    Alert said = said(before, signal, occurred(fields, at), at, delivery(fields.text("delivery")));
    String environment = fields.text("environment");
    return new Alert(
        said.id(),
        said.key(),
        said.integration(),
        said.source(),
        signal,
        fields.find("said", Form.TEXT).orElse(signal.name()),
        fields.find("title", Form.TEXT).orElse(before.title()),
        fields.find("description", Form.TEXT).orElse(before.description()),
        text(fields, "service", before.service()),
        environment.isEmpty() ? before.environment() : Environments.of(environment, null),
        text(fields, "level", before.level()),
        labels(fields, before.labels()),
        List.of(),
        said.occurredAt(),
        at,
        true);
  }

  private static Alert said(
      Alert before, Signal signal, Instant occurredAt, Instant at, String delivery) {
    return new Alert(
        AlertId.ofDelivery(before.integration(), delivery),
        before.key(),
        before.integration(),
        before.source(),
        signal,
        signal.name(),
        before.title(),
        before.description(),
        before.service(),
        before.environment(),
        before.level(),
        before.labels(),
        List.of(),
        occurredAt,
        at,
        true);
  }

  private String delivery(String said) {
    count++;
    return said.isEmpty() ? "case-" + count : said;
  }

  private Instant occurred(Fields fields, Instant at) {
    return fields.find("occurred", frame.time().from(frame.start())).orElse(at);
  }

  private static Map<String, String> labels(Fields fields, Map<String, String> before) {
    Map<String, String> labels = new LinkedHashMap<>(before);
    fields
        .find("labels")
        .flatMap(Value::fields)
        .ifPresent(
            section -> section.names().forEach(name -> labels.put(name, section.text(name))));
    return labels;
  }

  private static @Nullable String text(Fields fields, String key, @Nullable String otherwise) {
    return fields.find(key, Form.TEXT).orElse(otherwise);
  }
}
