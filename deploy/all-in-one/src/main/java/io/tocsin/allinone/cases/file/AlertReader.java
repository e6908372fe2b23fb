package io.tocsin.allinone.cases.file;

import io.tocsin.alertingest.core.Environments;
import io.tocsin.allinone.cases.file.OfStep.OfAlert;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as cases write them. One that has the {@code key} of an earlier one speaks of the same
 * alert again, and what it does not say is as it was.
 */
final class AlertReader {
  private static final OfAlert NOTHING =
      new OfAlert(null, null, null, null, null, null, null, null, null, null, Map.of(), null, null);

  private final Frame frame;
  private final Senders senders;
  private final Map<String, Alert> known = new HashMap<>();

  /** Also of alerts that are not in order, so that each mistake is told once. */
  private final Set<String> mentioned = new TreeSet<>();

  private int count;

  AlertReader(Frame frame) {
    this.frame = frame;
    this.senders = new Senders(frame);
  }

  /** What a sender says at {@code at}; empty, and reported, when it is not in order. */
  Optional<Alert> alert(OfAlert alert, Instant at) {
    String key = alert.key();
    Alert before = key == null ? null : known.get(key);
    if (before != null) {
      return Optional.of(keep(key, said(before, alert, Signal.RETRIGGERED, at)));
    }
    boolean isBroken = key != null && !mentioned.add(key);
    if (isBroken
        || frame
            .need(
                alert,
                "title",
                alert.title(),
                "say what the alert says, or give the 'key' of one above")
            .isEmpty()) {
      return Optional.empty();
    }
    return senders
        .of(alert, alert.integration(), alert.source())
        .map(sender -> said(blank(alert, sender, at), alert, Signal.TRIGGERED, at))
        .map(said -> keep(key, said));
  }

  private Alert keep(@Nullable String key, Alert alert) {
    if (key != null) {
      known.put(key, alert);
    }
    return alert;
  }

  /** An alert that was given before is over. */
  Optional<Alert> recovered(OfStep.Recovered recovered, Instant at) {
    if (!mentioned.contains(recovered.recovered())) {
      frame.reject(
          recovered,
          "recovered",
          "is the 'key' of no alert above",
          mentioned.isEmpty()
              ? "give an alert above this 'key'"
              : Nearest.remedy(recovered.recovered(), mentioned));
    }
    return Optional.ofNullable(known.get(recovered.recovered()))
        .map(before -> said(before, NOTHING, Signal.RECOVERED, at));
  }

  /** Who speaks of which alert, before anything is said. */
  private static Alert blank(OfAlert alert, Integration sender, Instant at) {
    String environment =
        Environments.of(Objects.requireNonNullElse(alert.environment(), ""), sender.environment());
    String subject =
        String.join(
            "|",
            Objects.requireNonNullElse(alert.service(), ""),
            environment,
            Objects.requireNonNullElse(alert.title(), ""));
    String key = Objects.requireNonNullElse(alert.key(), subject);
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

  /** {@code before} with what {@code now} says otherwise. */
  private Alert said(Alert before, OfAlert now, Signal otherwise, Instant at) {
    Signal signal = now.signal() == null ? otherwise : now.signal();
    Map<String, String> labels = new LinkedHashMap<>(before.labels());
    labels.putAll(now.labels());
    count++;
    return new Alert(
        AlertId.ofDelivery(
            before.integration(), now.delivery() == null ? "case-" + count : now.delivery()),
        before.key(),
        before.integration(),
        before.source(),
        signal,
        now.said() == null ? signal.name() : now.said(),
        now.title() == null ? before.title() : now.title(),
        now.description() == null ? before.description() : now.description(),
        now.service() == null ? before.service() : now.service(),
        now.environment() == null ? before.environment() : Environments.of(now.environment(), null),
        now.level() == null ? before.level() : now.level(),
        labels,
        List.of(),
        frame.time(now, "occurred", now.occurred(), at),
        at,
        true);
  }
}
