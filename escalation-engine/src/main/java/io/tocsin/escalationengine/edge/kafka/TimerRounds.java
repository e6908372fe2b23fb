package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.Severity;
import io.tocsin.escalationengine.core.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due, P1 lane first, at most 500 timers or 20 ms at a time, so that records are not
 * kept waiting. Says that we live, and knows from that how long we did not.
 */
final class TimerRounds {
  static final Duration EVERY = Duration.ofMillis(100);
  private static final int MOST = 500;

  /** No more than are taken in a round are read for it. */
  private static final int AT_ONCE = 50;

  private static final Duration LONGEST = Duration.ofMillis(20);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
  private static final Duration NOTICEABLE = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger(TimerRounds.class);

  private final TeamStores stores;
  private final IncidentSteps steps;
  private final Outbox outbox;
  private final Settling settling;
  private final PromptCommit commit;
  private final Engine engine;
  private final TimerAudit audit;
  private @Nullable Instant lastRound;
  private @Nullable Instant lastSign;
  private @Nullable Outage outage;

  TimerRounds(
      TeamStores stores,
      IncidentSteps steps,
      Outbox outbox,
      Settling settling,
      PromptCommit commit,
      Engine engine) {
    this.stores = stores;
    this.steps = steps;
    this.outbox = outbox;
    this.settling = settling;
    this.commit = commit;
    this.engine = engine;
    this.audit = new TimerAudit(stores, engine);
    this.lastRound = stores.lastAlive();
  }

  void run() {
    Instant now = engine.clock().instant();
    if (!settling.isSettled(now)) {
      return;
    }
    notice(now);
    outbox.untraced();
    Instant stop = now.plus(LONGEST);
    int left = MOST;
    for (Severity lane : Severity.values()) {
      left = take(lane, now, stop, left);
    }
    audit.go(now);
    if (lastSign == null || !lastSign.plus(SIGN_OF_LIFE).isAfter(now)) {
      stores.alive(now);
      lastSign = now;
    }
  }

  /** A gap between two rounds is a time in which nobody was there. */
  private void notice(Instant now) {
    if (lastRound != null && Duration.between(lastRound, now).compareTo(NOTICEABLE) > 0) {
      outage = new Outage(lastRound, now);
      log.warn(
          "nothing was done from {} to {}; deadlines of that time are taken now", lastRound, now);
    }
    lastRound = now;
  }

  private int take(Severity lane, Instant now, Instant stop, int most) {
    for (int left = most; left > 0; ) {
      int wanted = Math.min(left, AT_ONCE);
      List<Lane> due = stores.timers().due(lane, now, wanted);
      for (Lane entry : due) {
        if (engine.clock().instant().isAfter(stop)) {
          return 0;
        }
        take(entry, now);
        stores.timers().passed(entry);
      }
      left -= due.size();
      if (due.size() < wanted) {
        stores.timers().passed(lane, now);
        return left;
      }
    }
    return 0;
  }

  private void take(Lane entry, Instant now) {
    Writes writes;
    try {
      writes = step(entry, now);
      engine.metrics().fired(Duration.between(entry.due(), now));
    } catch (RuntimeException e) {
      log.error(
          "the deadlines of {} could not be taken; they are tried again in {} s",
          entry.incident(),
          AGAIN.toSeconds(),
          e);
      engine.metrics().undecided();
      writes = new Writes();
      stores.timers().remove(entry, writes);
      stores.timers().insert(new Lane(entry.severity(), now.plus(AGAIN), entry.incident()), writes);
    }
    writes.run();
    commit.after(writes);
  }

  private Writes step(Lane entry, Instant now) {
    Incident incident = stores.incidentOnce(entry.incident());
    Writes writes;
    if (incident == null || incident.nextDeadline().filter(due -> !due.isAfter(now)).isEmpty()) {
      writes = new Writes();
    } else {
      writes = steps.deadlines(incident, outage, now);
    }
    stores.timers().remove(entry, writes);
    return writes;
  }
}
