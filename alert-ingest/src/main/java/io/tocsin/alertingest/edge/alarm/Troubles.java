package io.tocsin.alertingest.edge.alarm;

import io.tocsin.alertingest.core.canary.CanaryStanding;
import io.tocsin.alertingest.core.canary.CanaryWatch;
import io.tocsin.alertingest.core.spool.RecentCount;
import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.alertingest.edge.spool.Spool.Refusal;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What ingest cannot do at a moment, by name: each is there or not. */
final class Troubles {
  static final String WAITING = "waiting";
  static final String REFUSING = "refusing";
  static final String CANARY = "canary";
  static final String SET_ASIDE = "set-aside";
  static final String QUARANTINE = "quarantine";

  private static final int NAMED = 5;
  private static final Duration LATELY = Duration.ofSeconds(60);

  private final Spool spool;
  private final RecentCount quarantined;
  private final CanaryWatch canaries;
  private final AlarmSettings settings;
  private long setAside;
  private Instant setAsideUntil = Instant.MIN;

  Troubles(Spool spool, RecentCount quarantined, CanaryWatch canaries, AlarmSettings settings) {
    this.spool = spool;
    this.quarantined = quarantined;
    this.canaries = canaries;
    this.settings = settings;
  }

  /**
   * The most urgent first: a provider that hangs delays those behind it. What cannot be told now is
   * left out.
   */
  Map<String, Optional<Trouble>> at(Instant now) {
    Map<String, Optional<Trouble>> all = new LinkedHashMap<>();
    all.put(WAITING, waiting(now));
    all.put(REFUSING, refusing(now));
    if (all.values().stream().anyMatch(Optional::isPresent)) {
      // canaries wait like all others: one call about it is enough
      canaries.listenAnew(now);
    }
    CanaryStanding canary = canaries.standing(now);
    if (canary.state() != CanaryStanding.State.UNKNOWN) {
      all.put(CANARY, silence(canary));
    }
    all.put(SET_ASIDE, setAside(now));
    all.put(QUARANTINE, quarantine(now));
    return all;
  }

  private Optional<Trouble> waiting(Instant now) {
    SpoolStanding standing = spool.standing();
    Duration age = standing.age(now);
    if (standing.records() == 0 || age.compareTo(settings.after()) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Trouble(
            WAITING,
            "Tocsin cannot process, %d %s waiting for Kafka, the first for %d s"
                .formatted(
                    standing.records(),
                    standing.records() == 1 ? "alert is" : "alerts are",
                    age.toSeconds()),
            Map.of(
                "records", Long.toString(standing.records()),
                "bytes", Long.toString(standing.bytes()),
                "oldest", String.valueOf(standing.oldest()))));
  }

  private Optional<Trouble> refusing(Instant now) {
    Refusal refusal = spool.refusal();
    if (refusal == null || now.isAfter(refusal.at().plus(LATELY))) {
      return Optional.empty();
    }
    return Optional.of(
        new Trouble(
            REFUSING,
            "Tocsin refuses alerts: Kafka is away and " + refusal.message(),
            Map.of("last", refusal.at().toString(), "why", refusal.why().name())));
  }

  private static Optional<Trouble> silence(CanaryStanding canary) {
    if (canary.isWell()) {
      return Optional.empty();
    }
    return Optional.of(
        new Trouble(
            CANARY,
            "Tocsin may reach nobody: for %d s no alert of its own has come through%s"
                .formatted(canary.age().toSeconds(), where(canary.silent())),
            Map.of(
                "partitions", canary.silent().toString(),
                "lastCameThrough", String.valueOf(canary.lastCameThrough()))));
  }

  private static String where(List<Integer> silent) {
    return silent.size() == Canary.ALL.size()
        ? ""
        : silent.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", ", on partition ", ""));
  }

  private Optional<Trouble> setAside(Instant now) {
    long all = spool.setAside();
    if (all > setAside) {
      setAside = all;
      setAsideUntil = now.plus(settings.every());
    }
    return now.isAfter(setAsideUntil)
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                SET_ASIDE,
                "Tocsin cannot process %d accepted alerts: Kafka refuses them for good, see"
                        .formatted(all)
                    + " alert-ingest's log",
                Map.of("records", Long.toString(all))));
  }

  private Optional<Trouble> quarantine(Instant now) {
    Map<String, Integer> senders = quarantined.by(now);
    int count = senders.values().stream().mapToInt(Integer::intValue).sum();
    if (settings.quarantined() == 0 || count < settings.quarantined()) {
      return Optional.empty();
    }
    Map<String, String> details = new LinkedHashMap<>();
    senders.forEach((sender, parts) -> details.put(sender, Integer.toString(parts)));
    return Optional.of(
        new Trouble(
            QUARANTINE,
            "Tocsin cannot read what %s sent: %d %s in quarantine within %d min"
                .formatted(
                    named(senders.keySet()),
                    count,
                    count == 1 ? "alert" : "alerts",
                    settings.every().toMinutes()),
            details));
  }

  /** The rest stands in the details: how many alerts it is must not be cut off behind them. */
  private static String named(Set<String> senders) {
    String first = senders.stream().limit(NAMED).collect(Collectors.joining(", "));
    int rest = senders.size() - NAMED;
    return rest <= 0 ? first : first + " and " + rest + (rest == 1 ? " other" : " others");
  }
}
