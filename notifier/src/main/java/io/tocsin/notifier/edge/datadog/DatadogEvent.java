package io.tocsin.notifier.edge.datadog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An event as {@code POST /api/v1/events} takes it.
 *
 * @param title at most 500 characters
 * @param text at most 4000 characters
 * @param aggregationKey events of one key are shown together; at most 100 characters
 * @param dateHappened seconds since 1970; Datadog takes none that is older than 18 hours
 */
record DatadogEvent(
    String title,
    String text,
    List<String> tags,
    @JsonProperty("alert_type") String alertType,
    @JsonProperty("aggregation_key") String aggregationKey,
    @JsonProperty("date_happened") long dateHappened) {
  DatadogEvent {
    tags = List.copyOf(tags);
  }
}
