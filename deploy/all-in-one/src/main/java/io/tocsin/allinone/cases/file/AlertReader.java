package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.Environments;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Integration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Alerts as cases write them. One that has the {@code key} of an earlier one speaks of the same
 * alert again, and what it does not say is as it was.
 */
final class AlertReader {
  private static final String KEY = "key";
  private static final List<String> KEYS =
      List.of(
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

  private final Frame frame;
  private final Senders senders;
  private final Map<String, Alert> known = new HashMap<>();

  /** Also of alerts that are not in order, so that each mistake is told once. */
  private final Set<String> mentioned = new HashSet<>();

  private int count;

  AlertReader(Frame frame) {
    this.frame = frame;
    this.senders = new Senders(frame);
  }

  /** What a sender says in {@code fields} at {@code at}. */
  Optional<Alert> alert(Fields fields, Instant at) {
    fields.allow(KEYS);
    String key = fields.text(KEY);
    Alert before = known.get(key);
    boolean isBroken = !key.isEmpty() && !mentioned.add(key) && before == null;
    if (isBroken) {
      return Optional.empty();
    }
    if (before == null && !fields.has("title")) {
      fields.need("title", "say what the alert says, or give the 'key' of one above");
      return Optional.empty();
    }
    Optional<Alert> alert =
        before == null
            ? senders
                .of(fields)
                .map(sender -> said(blank(fields, sender, at), fields, Signal.TRIGGERED, at))
            : Optional.of(said(before, fields, Signal.RETRIGGERED, at));
    alert.filter(said -> !key.isEmpty()).ifPresent(said -> known.put(key, said));
    return alert;
  }

  /** An alert that was given before is over. */
  Optional<Alert> recovered(Value key, Instant at) {
    Fields nothing = new Fields(key, List.of());
    return key.as(keyAbove())
        .map(known::get)
        .map(before -> said(before, nothing, Signal.RECOVERED, at));
  }

  private Form<String> keyAbove() {
    return new Form<>(
        "is the 'key' of no alert above",
        wrong ->
            mentioned.isEmpty() ? "give an alert above this 'key'" : Names.remedy(wrong, mentioned),
        text -> Optional.of(text).filter(mentioned::contains));
  }

  /** Who speaks of which alert, before anything is said. */
  private static Alert blank(Fields fields, Integration sender, Instant at) {
    String environment = Environments.of(fields.text("environment"), sender.environment());
    String key =
        fields.has(KEY)
            ? fields.text(KEY)
            : String.join("|", fields.text("service"), environment, fields.text("title"));
    return new Alert(
        AlertId.ofDelivery(sender.name(), key),
        AlertKey.of(sender.name(), key),
        sender.name(),
        sender.source(),
        Signal.TRIGGERED,
        Signal.TRIGGERED.name(),
        "",
        "",
        null,
        environment,
        null,
        Map.of(),
        List.of(),
        at,
        at,
        true);
  }

  /** {@code before} with what {@code fields} say otherwise. */
  private Alert said(Alert before, Fields fields, Signal otherwise, Instant at) {
    Signal signal = fields.find("signal", Form.SIGNAL).orElse(otherwise);
    String environment = fields.text("environment");
    return new Alert(
        AlertId.ofDelivery(before.integration(), delivery(fields)),
        before.key(),
        before.integration(),
        before.source(),
        signal,
        fields.find("said", Form.TEXT).orElse(signal.name()),
        fields.find("title", Form.TEXT).orElse(before.title()),
        fields.find("description", Form.TEXT).orElse(before.description()),
        fields.find("service", Form.TEXT).orElse(before.service()),
        environment.isEmpty() ? before.environment() : Environments.of(environment, null),
        fields.find("level", Form.TEXT).orElse(before.level()),
        labels(fields, before.labels()),
        List.of(),
        fields.find("occurred", frame.time().from(frame.start())).orElse(at),
        at,
        true);
  }

  /** Each is a delivery of its own, unless the case names it. */
  private String delivery(Fields fields) {
    count++;
    return fields.find("delivery", Form.TEXT).orElse("case-" + count);
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
}
