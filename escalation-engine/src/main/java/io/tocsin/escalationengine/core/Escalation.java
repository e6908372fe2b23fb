package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Incident;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one entry: what a stimulus comes to, given all that may be known. Changes nothing. */
public final class Escalation {
  private Escalation() {}

  /**
   * Decides.
   *
   * @param incident the incident concerned, or the last one of the grouping key; null if none
   */
  public static Decision decide(
      @Nullable Incident incident,
      Stimulus stimulus,
      Surroundings surroundings,
      Instant now,
      Rulebook rulebook) {
    if (stimulus instanceof Stimulus.AlertArrived arrived) {
      Optional<Canary> canary = Canary.of(arrived.alert().alert());
      if (canary.isPresent()) {
        return CanaryDecider.decide(canary.get(), arrived.alert(), now);
      }
      return new AlertDecider(arrived.alert(), incident, surroundings, now, rulebook).decide();
    }
    if (stimulus instanceof Stimulus.CommandReceived received) {
      return new CommandDecider(received.command(), incident, surroundings, now, rulebook).decide();
    }
    if (incident == null) {
      return Decision.nothing(null);
    }
    if (stimulus instanceof Stimulus.ReceiptReceived received) {
      return new ReceiptDecider(received.receipt(), incident, now, rulebook).decide();
    }
    return new DeadlineDecider(incident, surroundings.outage(), now, rulebook).decide();
  }
}
