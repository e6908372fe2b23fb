package io.tocsin.alertingest.edge.alarm;

import io.tocsin.alertingest.core.spool.RecentCount;
import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.alertingest.edge.spool.Spool.Refusal;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What ingest cannot do at a moment, by name: each is there or not. */
final class Troubles {
  static final String WAITING = "waiting";
  static final String REFUSING = "refusing";
  static final String SET_ASIDE = "set-aside";
  static final String QUARANTINE = "quarantine";

  private static final Duration LATELY = Duration.ofSeconds(60);

  private final Spool spool;
  private final RecentCount quarantined;
  private final AlarmSettings settings;
  private long setAside;
  private Instant setAsideUntil = Instant.MIN;

  Troubles(Spool spool, RecentCount quarantined, AlarmSettings settings) {
    this.spool = spool;
    this.quarantined = quarantined;
    this.settings = settings;
  }

  /** The most urgent first: a provider that hangs delays those behind it. */
  Map<String, Optional<Trouble>> at(Instant now) {
    Map<String, Optional<Trouble>> all = new LinkedHashMap<>();
    all.put(WAITING, waiting(now));
    all.put(REFUSING, refusing(now));
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
                    String.join(", ", senders.keySet()),
                    count,
                    count == 1 ? "alert" : "alerts",
                    settings.every().toMinutes()),
            details));
  }
}
