package io.tocsin.escalationengine.scenario;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Classified alerts as tests want them. */
public final class Alerts {
  private final TeamCode team;
  private final String policy;
  private final AtomicLong deliveries = new AtomicLong();

  public Alerts(TeamCode team, String policy) {
    this.team = team;
    this.policy = policy;
  }

  public ClassifiedAlert of(
      String service, String name, Signal signal, Severity severity, Instant at) {
    return of(service, name, signal, severity, at, at);
  }

  public ClassifiedAlert of(
      String service,
      String name,
      Signal signal,
      Severity severity,
      Instant occurredAt,
      Instant receivedAt) {
    Alert alert =
        new Alert(
            AlertId.ofDelivery("test", "delivery-" + deliveries.incrementAndGet()),
            AlertKey.of("test", service + "/" + name),
            "test",
            "datadog",
            signal,
            signal.name(),
            name,
            "",
            service,
            Alert.PRODUCTION,
            null,
            Map.of(),
            List.of(),
            occurredAt,
            receivedAt,
            true);
    return classified(alert, severity, false);
  }

  public ClassifiedAlert classified(Alert alert, Severity severity, boolean unknown) {
    return new ClassifiedAlert(
        alert,
        team,
        String.valueOf(alert.service()),
        GroupingKey.of(team, String.valueOf(alert.service()), alert.environment(), Map.of()),
        severity,
        unknown,
        alert.signal() != Signal.NOTICE,
        new Reason(unknown ? "rule-failed" : "test-rule", "because the test says so"),
        Set.of(),
        Evidence.NONE,
        List.of(),
        null,
        policy,
        alert.receivedAt());
  }
}
