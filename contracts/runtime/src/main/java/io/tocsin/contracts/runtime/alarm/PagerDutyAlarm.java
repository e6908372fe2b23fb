package io.tocsin.contracts.runtime.alarm;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.runtime.Text;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One PagerDuty Events v2 call to the catch-all's key. The {@code dedup_key} is the installation's
 * id and the trouble's name: however often it rings, it is one incident until it is resolved.
 */
public final class PagerDutyAlarm implements SelfAlarm {
  /** PagerDuty refuses a longer one, and a refused alarm rings nobody. */
  private static final int SUMMARY = 1024;

  private final ProviderCall call = new ProviderCall("PagerDuty");
  private final @Nullable URI url;
  private final CatchAllKey key;
  private final Supplier<String> installation;

  /**
   * @param eventsUrl what {@code /v2/enqueue} is put after; empty: PagerDuty is not configured
   * @param installation the id that tells this installation's incidents from another's
   */
  public PagerDutyAlarm(String eventsUrl, CatchAllKey key, Supplier<String> installation) {
    this.url =
        eventsUrl.isEmpty() ? null : URI.create(eventsUrl.replaceAll("/+$", "") + "/v2/enqueue");
    this.key = key;
    this.installation = installation;
  }

  @Override
  public void ring(Trouble trouble) throws AlarmFailed {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("summary", Text.cut(trouble.summary(), SUMMARY));
    payload.put("source", "tocsin");
    payload.put("severity", "critical");
    payload.put("class", "tocsin-itself");
    payload.put("custom_details", trouble.details());
    Map<String, Object> event = event("trigger", trouble.name());
    event.put("client", "Tocsin");
    event.put("payload", payload);
    post(event);
  }

  @Override
  public void clear(String name) throws AlarmFailed {
    post(event("resolve", name));
  }

  private Map<String, Object> event(String action, String name) throws AlarmFailed {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", key.resolve());
    event.put("event_action", action);
    event.put("dedup_key", installation.get() + "-tocsin-" + name);
    return event;
  }

  private void post(Map<String, Object> event) throws AlarmFailed {
    if (url == null) {
      throw new AlarmFailed("PagerDuty is not configured: set PAGERDUTY_EVENTS_URL", null);
    }
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(ContractJson.MAPPER.writeValueAsBytes(event)))
            .build();
    call.send(request);
  }
}
