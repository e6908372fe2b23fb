package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.AlertId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** a delivery is one alert, however often it is sent */
final class OneDeliveryOneAlert implements Invariant {
  @Override
  public String name() {
    return "one-delivery-one-alert";
  }

  @Override
  public String meaning() {
    return "a delivery is one alert, however often it is sent";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<String, Set<AlertId>> ids = new LinkedHashMap<>();
    evidence
        .alerts()
        .forEach(
            (id, copies) -> copies.forEach(copy -> add(ids, copy.labels().get(Webhook.TOKEN), id)));
    for (Webhook webhook : evidence.history().webhooks()) {
      webhook.alerts().forEach(id -> add(ids, webhook.token(), id));
    }
    ids.forEach(
        (token, found) -> {
          if (found.size() > 1) {
            findings.report(
                token,
                "one delivery became %d alerts: %s".formatted(found.size(), found),
                () -> new Stories(evidence).delivery(token));
          }
        });
  }

  private static void add(Map<String, Set<AlertId>> ids, @Nullable String token, AlertId id) {
    if (token != null) {
      ids.computeIfAbsent(token, any -> new LinkedHashSet<>()).add(id);
    }
  }
}
