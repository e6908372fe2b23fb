package io.tocsin.notifier;

import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.List;

/** Canaries as the engine sends them on. */
public final class Canaries {
  private Canaries() {}

  public static Notification of(int partition, Instant sentAt) {
    Canary canary = Canary.ALL.get(partition);
    IncidentId flight = canary.flight(sentAt);
    return new Notification(
        canary.notification(flight),
        flight,
        1,
        Channel.PROBE,
        Canary.NAME,
        Notification.Act.TELL,
        List.of(),
        Notification.Content.page(
            Severity.P4, false, "Canary", Canary.NAME, Canary.NAME, sentAt, null),
        null,
        new Reason("canary", "it goes on to its test receiver"),
        sentAt,
        "hash-of-policy");
  }
}
