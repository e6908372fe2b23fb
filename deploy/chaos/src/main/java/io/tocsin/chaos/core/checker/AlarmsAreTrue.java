package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.AlarmKey;
import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tocsin's own alarms are its own, say what is so, and are over in the end */
final class AlarmsAreTrue implements Invariant {
  private static final String WAITING = "waiting";
  private static final String QUARANTINE = "quarantine";

  /** What Kafka refuses for good is lost to all but who reads ingest's disk: it never rings. */
  private static final Set<String> KNOWN =
      Set.of(WAITING, "refusing", "canary", QUARANTINE, "unaccounted", "stream");

  @Override
  public String name() {
    return "alarms-are-true";
  }

  @Override
  public String meaning() {
    return "Tocsin's own alarms are its own, say what is so, and are over in the end";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .alarms()
        .forEach(
            (alarm, arrivals) -> {
              arrivals.stream()
                  .filter(arrival -> arrival.action() == Arrival.Action.TRIGGER)
                  .map(arrival -> fault(evidence, alarm, arrival))
                  .filter(fault -> !fault.isEmpty())
                  .findFirst()
                  .ifPresent(fault -> report(evidence, findings, alarm, fault));
              if (isLeftOpen(arrivals)) {
                report(evidence, findings, alarm, "all is well in the end, and it still rings");
              }
            });
  }

  private static String fault(Evidence evidence, AlarmKey alarm, Arrival ring) {
    if (!alarm.installation().equals(evidence.history().run().installation())) {
      return "it is of another installation";
    }
    if (!KNOWN.contains(alarm.trouble())) {
      return "this must never be: " + ring.summary();
    }
    if (alarm.trouble().equals(QUARANTINE)
        && evidence.history().records().of(Topics.QUARANTINE).isEmpty()) {
      return "it rang, and nothing lies in quarantine";
    }
    return alarm.trouble().equals(WAITING) ? early(evidence, ring) : "";
  }

  private static String early(Evidence evidence, Arrival ring) {
    Instant since = Instant.parse(ring.details().getOrDefault("oldest", ring.at().toString()));
    Instant due = since.plus(evidence.limits().waiting()).minus(evidence.limits().skew());
    return ring.at().isBefore(due) && !evidence.outages().clockJumped(since, ring.at())
        ? "it rang at %s, and nothing waited longer than since %s".formatted(ring.at(), since)
        : "";
  }

  private static boolean isLeftOpen(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(Arrival::taken)
        .reduce((earlier, later) -> later)
        .filter(last -> last.action() == Arrival.Action.TRIGGER)
        .isPresent();
  }

  private static void report(Evidence evidence, Findings findings, AlarmKey alarm, String fault) {
    findings.report(alarm.trouble(), fault, () -> new Stories(evidence).alarm(alarm));
  }
}
