package io.tocsin.escalationengine.core.ledger;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Joins what ingest accepted with what became of it, by alert id and in any order. It holds what is
 * not yet matched, and the ids matched lately, so that a repeat and a second end are noticed.
 */
public final class Ledger {
  /** How late after its alert an end may come that began before anything is known. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final RecentIds settled;
  private final LedgerRules rules;
  private final @Nullable Instant since;
  private final Map<String, Accepted> open = new LinkedHashMap<>();
  private final Map<String, Ended> early = new LinkedHashMap<>();
  private final Map<Outcome, Long> disposed = new EnumMap<>(Outcome.class);
  private long accepted;
  private long repeated;
  private long doubled;
  private long withoutAlert;
  private long quarantined;
  private Canaries canaries;

  /**
   * @param state what it knew
   * @param remembered the hashes it settled lately, as {@link #remembered} told them
   */
  public Ledger(LedgerState state, long[] remembered, LedgerRules rules) {
    this.settled = new RecentIds(rules.remembered());
    this.settled.addAll(remembered);
    this.rules = rules;
    this.since = state.since();
    this.accepted = state.accepted();
    this.repeated = state.repeated();
    this.disposed.putAll(state.disposed());
    this.doubled = state.doubled();
    this.withoutAlert = state.withoutAlert();
    this.quarantined = state.quarantined();
    this.canaries = state.canaries();
    state.open().forEach(alert -> open.put(alert.id(), alert));
    state.early().forEach(end -> early.put(end.id(), end));
  }

  /** Ingest accepted {@code alert}; a repeated delivery is the same alert. */
  public void accept(Accepted alert) {
    Ended end = early.remove(alert.id());
    if (end != null) {
      count(alert);
      settle(alert, end.outcome());
    } else if (open.containsKey(alert.id()) || settled.contains(alert.id())) {
      repeated += alert.isCanary() ? 0 : 1;
    } else {
      count(alert);
      open.put(alert.id(), alert);
    }
  }

  /** An alert came to its end. */
  public void end(Ended end) {
    Accepted alert = open.remove(end.id());
    if (alert != null) {
      settle(alert, end.outcome());
    } else if (settled.contains(end.id()) || early.containsKey(end.id())) {
      doubled++;
    } else {
      early.put(end.id(), end);
      forget(early.size() - rules.bound());
    }
  }

  /** Ingest put something aside that nobody could read: it never was an alert. */
  public void quarantine() {
    quarantined++;
  }

  /**
   * Ends that were heard before {@code heard}, and whose alerts would have been read by now, belong
   * to no alert.
   */
  public void strayBefore(Instant heard) {
    int stray = 0;
    for (Ended end : early.values()) {
      if (!end.heard().isBefore(heard)) {
        break;
      }
      stray++;
    }
    forget(stray);
  }

  private void forget(int count) {
    Iterator<Ended> eldest = early.values().iterator();
    for (int i = 0; i < count; i++) {
      Ended end = eldest.next();
      eldest.remove();
      settled.add(end.id());
      if (since == null || end.at().isAfter(since.plus(MARGIN))) {
        withoutAlert++;
      }
    }
  }

  private void count(Accepted alert) {
    if (alert.isCanary()) {
      canaries = canaries.withOneMore();
    } else {
      accepted++;
    }
  }

  private void settle(Accepted alert, Outcome outcome) {
    if (alert.isCanary()) {
      canaries = canaries.withOneEnded();
    } else {
      disposed.merge(outcome, 1L, Long::sum);
    }
    settled.add(alert.id());
  }

  /** Whether it holds so much that no more alerts should be read before some have ended. */
  public boolean isFull() {
    return open.size() >= rules.bound();
  }

  /** How it stands, by what has been read. */
  public LedgerReport report(Reading reading) {
    Instant asOf = reading.asOf();
    List<Accepted> overdue = asOf == null ? List.of() : overdue(asOf.minus(rules.grace()));
    return LedgerReport.of(state(List.of(), List.of()), waiting(), overdue, reading, isFull());
  }

  /**
   * How many alerts have waited so long that somebody must be called. Empty while that cannot be
   * said: what was there is not read, or who decides has just begun to work it off.
   */
  public OptionalInt alarming(Reading reading) {
    Instant asOf = reading.asOf();
    Instant steady = reading.steadySince();
    if (asOf == null || steady == null || asOf.isBefore(steady.plus(rules.alarmAfter()))) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(overdue(asOf.minus(rules.alarmAfter())).size());
  }

  /** Without our own, those accepted at or before {@code latest}, in the order they were read. */
  private List<Accepted> overdue(Instant latest) {
    return open.values().stream()
        .filter(alert -> !alert.isCanary() && !alert.at().isAfter(latest))
        .toList();
  }

  private long waiting() {
    return open.values().stream().filter(alert -> !alert.isCanary()).count();
  }

  /** What is open, in the order in which it was read. */
  public List<Accepted> open() {
    return List.copyOf(open.values());
  }

  public LedgerState state() {
    return state(open(), List.copyOf(early.values()));
  }

  private LedgerState state(List<Accepted> openNow, List<Ended> earlyNow) {
    return new LedgerState(
        since,
        accepted,
        repeated,
        disposed,
        doubled,
        withoutAlert,
        quarantined,
        openNow,
        earlyNow,
        canaries);
  }

  /** Hashes of the ids settled lately, to be kept beside {@link #state}. */
  public long[] remembered() {
    return settled.all();
  }
}
