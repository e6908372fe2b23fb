package io.tocsin.alertingest.edge.canary;

import io.tocsin.alertingest.core.canary.CanaryRounds;
import io.tocsin.alertingest.edge.http.Acceptance;
import io.tocsin.contracts.events.Canary;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends canaries in their turn, by the way that the alerts of senders take. */
final class CanaryFlights {
  private static final Logger log = LoggerFactory.getLogger(CanaryFlights.class);

  private final Acceptance acceptance;
  private final CanaryRounds rounds;
  private final BooleanSupplier mayBegin;
  private final InstantSource wall;
  private final String sender = UUID.randomUUID().toString();
  private boolean begun;

  /**
   * @param mayBegin whether Kafka was found: the first round does not wait on disk for it
   * @param wall the wall clock: canaries of other instances are dated by theirs
   */
  CanaryFlights(
      Acceptance acceptance, CanaryRounds rounds, BooleanSupplier mayBegin, InstantSource wall) {
    this.acceptance = acceptance;
    this.rounds = rounds;
    this.mayBegin = mayBegin;
    this.wall = wall;
  }

  void look(Instant now) {
    begun |= mayBegin.getAsBoolean();
    if (begun) {
      rounds.due(now).forEach(canary -> send(canary, now));
    }
  }

  private void send(Canary canary, Instant now) {
    Instant sentAt = wall.instant().truncatedTo(ChronoUnit.MILLIS);
    acceptance
        .take(canary.alert(sender, sentAt, now))
        .whenComplete(
            (kept, failed) -> {
              if (failed != null) {
                log.warn(
                    "the canary of partition {} is refused like any alert now: {}",
                    canary.partition(),
                    failed.getMessage());
              }
            });
  }
}
