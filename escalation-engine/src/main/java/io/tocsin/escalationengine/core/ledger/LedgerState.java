package io.tocsin.escalationengine.core.ledger;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a ledger knows but the ids it settled lately: what is kept over a restart.
 *
 * @param since nothing accepted earlier is known; null when all is
 * @param withoutAlert ends of alerts that nobody accepted
 * @param canaries our own alerts, which the other figures leave out
 */
public record LedgerState(
    @Nullable Instant since,
    long accepted,
    long repeated,
    Map<Outcome, Long> disposed,
    long doubled,
    long withoutAlert,
    long quarantined,
    List<Accepted> open,
    List<Ended> early,
    Canaries canaries) {

  public LedgerState {
    disposed = disposed == null ? Map.of() : Map.copyOf(disposed);
    open = open == null ? List.of() : List.copyOf(open);
    early = early == null ? List.of() : List.copyOf(early);
    canaries = canaries == null ? Canaries.NONE : canaries;
  }

  /** Nothing was read yet. */
  public static LedgerState begun(@Nullable Instant since) {
    return new LedgerState(since, 0, 0, Map.of(), 0, 0, 0, List.of(), List.of(), Canaries.NONE);
  }
}
