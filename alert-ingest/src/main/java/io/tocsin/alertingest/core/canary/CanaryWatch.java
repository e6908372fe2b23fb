package io.tocsin.alertingest.core.canary;

import io.tocsin.alertingest.core.canary.CanaryStanding.State;
import io.tocsin.contracts.events.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges by the canaries that came through whether alerts reach people at all. Nothing is called
 * silent before the limit has passed since we began to listen, or since we were away ourselves: a
 * machine that slept, or a process that was stopped, heard nothing of what there was to hear.
 */
public final class CanaryWatch {
  /** It is looked at every second: a longer gap is our own absence. */
  private static final Duration AWAY = Duration.ofSeconds(10);

  private final boolean on;
  private final Duration limit;
  private final Map<Integer, Instant> heard = new HashMap<>();
  private Instant since;
  private Instant looked;

  /**
   * @param limit how long a canary may take, and how long none may come
   */
  public CanaryWatch(Duration limit, Instant now) {
    this(true, limit, now);
  }

  private CanaryWatch(boolean on, Duration limit, Instant now) {
    this.on = on;
    this.limit = limit;
    this.since = now;
    this.looked = now;
  }

  /** One that has nothing to watch, and finds nothing wrong with that. */
  public static CanaryWatch off() {
    return new CanaryWatch(false, Duration.ZERO, Instant.MIN);
  }

  /**
   * A canary came through.
   *
   * @param took the whole way; later than the limit is as bad as never
   */
  public synchronized void cameThrough(Canary canary, Duration took, Instant now) {
    if (took.compareTo(limit) <= 0) {
      heard.put(canary.partition(), now);
    }
  }

  /** How it stands; to be asked every second by whoever keeps the watch. */
  public synchronized CanaryStanding look(Instant now) {
    if (now.isAfter(looked.plus(AWAY))) {
      listenAnew(now);
    }
    looked = now;
    return standing(now);
  }

  /** What was not heard until now is no sign of silence: there is another reason for it. */
  public synchronized void listenAnew(Instant now) {
    since = now;
  }

  /** The same as {@link #look} for whoever is curious. */
  public synchronized CanaryStanding standing(Instant now) {
    if (!on) {
      return CanaryStanding.OFF;
    }
    List<Integer> silent =
        Canary.ALL.stream()
            .map(Canary::partition)
            .filter(partition -> age(partition, now).compareTo(limit) > 0)
            .toList();
    Duration oldest =
        Canary.ALL.stream()
            .map(canary -> age(canary.partition(), now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new CanaryStanding(state(silent, now), oldest, silent, last());
  }

  private State state(List<Integer> silent, Instant now) {
    if (!silent.isEmpty()) {
      return State.SILENT;
    }
    boolean all =
        Canary.ALL.stream()
            .map(canary -> heard.get(canary.partition()))
            .allMatch(at -> at != null && !now.isAfter(at.plus(limit)));
    return all ? State.WELL : State.UNKNOWN;
  }

  private Duration age(int partition, Instant now) {
    Instant at = heard.getOrDefault(partition, since);
    return Duration.between(at.isAfter(since) ? at : since, now);
  }

  private @Nullable Instant last() {
    return heard.values().stream().max(Instant::compareTo).orElse(null);
  }
}
