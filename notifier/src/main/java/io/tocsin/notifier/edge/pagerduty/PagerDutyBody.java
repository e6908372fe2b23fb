package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.ContractJson;
import java.util.Map;

/** An event as bytes, never more than PagerDuty takes. */
final class PagerDutyBody {
  /** PagerDuty's limit for one event. */
  static final int LIMIT = 512_000;

  private static final Map<String, String> NOTE =
      Map.of("note", "the details were too large for PagerDuty; they are in Tocsin");

  private PagerDutyBody() {}

  static byte[] of(PagerDutyEvent event) {
    byte[] whole = ContractJson.MAPPER.writeValueAsBytes(event);
    return whole.length <= LIMIT
        ? whole
        : ContractJson.MAPPER.writeValueAsBytes(event.withDetails(NOTE));
  }
}
