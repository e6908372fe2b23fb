package io.tocsin.notifier.edge.pagerduty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tocsin.contracts.runtime.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v2/enqueue}, field by field as PagerDuty names them. */
record PagerDutyEvent(
    @JsonProperty("routing_key") String routingKey,
    @JsonProperty("event_action") String eventAction,
    @JsonProperty("dedup_key") String dedupKey,
    @Nullable Payload payload,
    @Nullable List<Link> links,
    @Nullable String client,
    @JsonProperty("client_url") @Nullable String clientUrl) {

  static PagerDutyEvent acknowledge(String routingKey, String dedupKey) {
    return new PagerDutyEvent(routingKey, "acknowledge", dedupKey, null, null, null, null);
  }

  static PagerDutyEvent resolve(String routingKey, String dedupKey) {
    return new PagerDutyEvent(routingKey, "resolve", dedupKey, null, null, null, null);
  }

  PagerDutyEvent withDetails(Map<String, String> details) {
    return payload == null ? this : with(payload.withDetails(details), links);
  }

  /** Only what PagerDuty insists on: who is to be woken, by what, how badly. */
  PagerDutyEvent bare() {
    return payload == null ? this : with(payload.bare(), null);
  }

  private PagerDutyEvent with(Payload other, @Nullable List<Link> otherLinks) {
    return new PagerDutyEvent(
        routingKey, eventAction, dedupKey, other, otherLinks, client, clientUrl);
  }

  /** Never with the routing key: it is a secret. */
  @Override
  public String toString() {
    return "PagerDutyEvent[" + eventAction + " " + dedupKey + "]";
  }

  record Payload(
      String summary,
      String source,
      String severity,
      @Nullable String timestamp,
      @Nullable String component,
      @Nullable String group,
      @JsonProperty("class") @Nullable String kind,
      @JsonProperty("custom_details") @Nullable Map<String, String> customDetails) {
    private static final int BARE_SUMMARY = 255;

    Payload withDetails(Map<String, String> details) {
      return new Payload(summary, source, severity, timestamp, component, group, kind, details);
    }

    Payload bare() {
      return new Payload(
          Text.cut(summary, BARE_SUMMARY), source, severity, null, null, null, null, null);
    }
  }

  record Link(String href, String text) {}
}
