package io.tocsin.notifier.edge.pagerduty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** What PagerDuty's v3 webhooks say, as far as it is of use to us. */
final class PagerDutyWebhook {
  private static final ObjectReader READER = ContractJson.MAPPER.readerFor(Event.class);
  private static final Set<String> OF_USE =
      Set.of(
          "incident.triggered",
          "incident.acknowledged",
          "incident.unacknowledged",
          "incident.reassigned",
          "incident.delegated",
          "incident.resolved",
          "incident.annotated");

  private PagerDutyWebhook() {}

  /**
   * The event in {@code body}; refused when it is none. Of types that are of no use only the type
   * is read: what they hold besides is not ours to judge.
   */
  static Event read(byte[] body) {
    try {
      JsonNode event = ContractJson.MAPPER.readTree(body).path("event");
      String id = event.path("id").asString("");
      String type = event.path("event_type").asString("");
      if (id.isEmpty() || type.isEmpty()) {
        throw new Unreadable("expected a v3 webhook with event.id and event.event_type", null);
      }
      return OF_USE.contains(type)
          ? READER.readValue(event)
          : new Event(id, type, null, null, null);
    } catch (JacksonException e) {
      throw new Unreadable("expected the JSON of a v3 webhook", e);
    }
  }

  /**
   * What happened.
   *
   * @param id the same for each delivery
   * @param agent who did it; null or no user where no person did
   * @param data the incident, or a note on it
   */
  record Event(
      String id,
      @JsonProperty("event_type") String type,
      @JsonProperty("occurred_at") @Nullable Instant occurredAt,
      @Nullable Reference agent,
      @Nullable Data data) {

    /** The person who did it. */
    @Nullable Reference person() {
      return agent != null && agent.isPerson() ? agent : null;
    }
  }

  /** A thing or person of PagerDuty's. */
  record Reference(@Nullable String id, @Nullable String type, @Nullable String summary) {
    boolean isPerson() {
      return id != null && type != null && type.startsWith("user");
    }
  }

  /**
   * What it happened to.
   *
   * @param key our dedup key, where the incident is ours
   * @param incident on which a note was written
   * @param content of a note
   */
  record Data(
      @Nullable String id,
      @JsonProperty("incident_key") @Nullable String key,
      @Nullable List<Reference> assignees,
      @Nullable Reference incident,
      @Nullable String content) {

    /** The people that it is assigned to. */
    List<Reference> people() {
      return assignees == null
          ? List.of()
          : assignees.stream().filter(Reference::isPerson).toList();
    }
  }
}
