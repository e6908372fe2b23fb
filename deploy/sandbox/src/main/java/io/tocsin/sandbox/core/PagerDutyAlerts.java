package io.tocsin.sandbox.core;

import io.tocsin.sandbox.core.PagerDutyAlert.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The alerts PagerDuty holds, one for each routing key and dedup key.
 *
 * <p>A trigger on an open alert is an entry in its log and rings nobody; after a resolve it is a
 * new alert and rings. An acknowledgement or a resolve of no open alert is dropped silently.
 */
public final class PagerDutyAlerts {

  private static final int WITH_DETAILS = 1_000;

  private final Map<Key, PagerDutyAlert> alerts;
  private final Set<Key> withDetails = new LinkedHashSet<>();

  /**
   * @param kept how many alerts are remembered, the last 1000 opened with their details; the one
   *     first opened is forgotten first
   */
  public PagerDutyAlerts(int kept) {
    this.alerts =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, PagerDutyAlert> eldest) {
            return size() > kept;
          }
        };
  }

  /**
   * Takes an event under the dedup key that it has or was given.
   *
   * @return the alert as it is then; empty where nothing but its log changed
   */
  public Optional<PagerDutyAlert> take(PagerDutyEvent event, String dedupKey, Instant now) {
    Key key = new Key(event.routingKey(), dedupKey);
    PagerDutyAlert before = alerts.get(key);
    take(event, key, before, now);
    return Optional.ofNullable(alerts.get(key))
        .filter(alert -> before == null || alert.status() != before.status());
  }

  private void take(PagerDutyEvent event, Key key, @Nullable PagerDutyAlert alert, Instant now) {
    if (event.action() == EventAction.TRIGGER) {
      if (alert != null && alert.isOpen()) {
        alerts.put(key, alert.logged(now));
      } else {
        int rings = alert == null ? 1 : alert.rings() + 1;
        alerts.put(key, PagerDutyAlert.opened(key, event.payload(), rings, now));
        forgetOldDetails(key);
      }
    } else if (alert != null && alert.isOpen()) {
      boolean resolves = event.action() == EventAction.RESOLVE;
      alerts.put(key, resolves ? alert.resolved(now) : alert.acknowledged(now));
    }
  }

  /** Lets a person do that to an alert, and shows it as it is then. */
  @Nullable PagerDutyAlert act(Key key, Deed.Kind kind, Instant now) {
    return alerts.computeIfPresent(
        key,
        (same, alert) ->
            switch (kind) {
              case ACKNOWLEDGE -> alert.isOpen() ? alert.acknowledged(now) : alert;
              case UNACKNOWLEDGE -> alert.isOpen() ? alert.unacknowledged(now) : alert;
              case RESOLVE -> alert.isOpen() ? alert.resolved(now) : alert;
              default -> alert.logged(now);
            });
  }

  /** All alerts, in the order in which they were first opened. */
  public List<PagerDutyAlert> all() {
    return List.copyOf(alerts.values());
  }

  /** Forgets all alerts. */
  public void clear() {
    alerts.clear();
    withDetails.clear();
  }

  private void forgetOldDetails(Key opened) {
    withDetails.remove(opened);
    withDetails.add(opened);
    if (withDetails.size() > WITH_DETAILS) {
      Key oldest = withDetails.iterator().next();
      withDetails.remove(oldest);
      alerts.computeIfPresent(oldest, (key, alert) -> alert.withoutDetails());
    }
  }
}
