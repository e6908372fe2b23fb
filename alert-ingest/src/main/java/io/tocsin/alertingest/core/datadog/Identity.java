package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.Webhook;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Which alert a delivery speaks of, and whether it spoke before. Datadog's event id ({@code $ID})
 * differs between a trigger and its recovery: it tells deliveries apart, never alerts.
 */
final class Identity {
  private static final String BETWEEN = "\n";

  private final Fields fields;
  private final StateTitle title;
  private final Tags tags;

  Identity(Fields fields, StateTitle title, Tags tags) {
    this.fields = fields;
    this.title = title;
    this.tags = tags;
  }

  /** By the cycle key; else monitor and scope; else what the title is about, and where. */
  AlertKey key(String integration) {
    return AlertKey.of(integration, senderKey());
  }

  /**
   * The event id, with what was said and when: some templates put the monitor's id in its place,
   * and a recovery must not pass for a repeat of its trigger.
   *
   * @param content what makes one delivery differ from another when it has no id
   * @param unique for a delivery that names neither itself nor its time
   */
  AlertId id(Webhook webhook, String content, Optional<Instant> time, String unique) {
    String integration = webhook.integration().name();
    String at = time.map(Instant::toString).orElse("");
    Optional<String> delivery = fields.key("id", "eventid");
    if (delivery.isPresent()) {
      String said = fields.first("alerttransition", "transition").or(title::state).orElse("");
      return AlertId.ofDelivery(
          integration, String.join(BETWEEN, delivery.get(), said.strip(), at));
    }
    return time.isPresent()
        ? AlertId.ofContent(integration, senderKey() + BETWEEN + content, at)
        : AlertId.ofChance(integration, unique);
  }

  private String senderKey() {
    Optional<String> cycle =
        fields.key("alertcyclekey", "cyclekey", "deduplicationkey", "dedupkey", "incidentkey");
    if (cycle.isPresent()) {
      String aggregate = fields.key("aggregkey", "aggregationkey").orElse("");
      return String.join(BETWEEN, "cycle", aggregate, cycle.get());
    }
    return fields
        .key("alertid", "monitorid")
        .map(monitor -> String.join(BETWEEN, "monitor", monitor, scope().orElse(host())))
        .orElseGet(
            () ->
                String.join(
                    BETWEEN, "title", title.text(), scope().orElse(tags.canonical()), host()));
  }

  private Optional<String> scope() {
    return fields
        .first("alertscope", "scope")
        .or(title::scope)
        .map(text -> Tags.of(text).canonical())
        .filter(text -> !text.isEmpty());
  }

  private String host() {
    return fields.key("hostname", "host").orElse("");
  }
}
