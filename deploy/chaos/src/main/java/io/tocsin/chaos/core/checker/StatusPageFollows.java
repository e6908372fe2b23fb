package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Poll;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** the public page shows what an incident is or just was, and never goes back */
final class StatusPageFollows implements Invariant {
  @Override
  public String name() {
    return "status-page-follows";
  }

  @Override
  public String meaning() {
    return "the public page shows what an incident is or just was, and never goes back";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<IncidentId, Integer> shown = new HashMap<>();
    for (Poll poll : evidence.history().polls()) {
      if (poll.status() != 200) {
        continue;
      }
      poll.incidents()
          .forEach(
              (id, word) -> {
                int from = shown.getOrDefault(id, 0);
                int found = find(evidence, id, word, poll, from);
                if (found >= 0) {
                  shown.put(id, found);
                } else {
                  report(evidence, findings, id, word, poll.at());
                }
              });
    }
  }

  /** The earliest step, not before {@code from}, that the answer to {@code poll} may show. */
  private static int find(Evidence evidence, IncidentId id, String word, Poll poll, int from) {
    List<Step> steps = evidence.life(id).map(Life::steps).orElse(List.of());
    Instant oldest =
        evidence
            .outages()
            .horizon(poll.at(), evidence.limits().published())
            .minus(evidence.limits().skew());
    Instant newest = poll.until().plus(evidence.limits().skew());
    boolean known = evidence.life(id).map(Life::isWhole).orElse(true);
    for (int i = from; i < steps.size(); i++) {
      boolean begun = !steps.get(i).event().at().isAfter(newest);
      boolean gone = i + 1 < steps.size() && steps.get(i + 1).event().at().isBefore(oldest);
      if (begun && !gone && word.equals(word(steps.get(i).after()))) {
        return i;
      }
    }
    return known && !evidence.outages().clockJumped(oldest, newest) ? -1 : from;
  }

  /** Statuspage has four words for the phases; a phase may be entered by hand. */
  private static String word(Incident incident) {
    if (incident.state() == IncidentState.FALSE_ALARM) {
      return "not shown";
    }
    return switch (incident.phase()) {
      case IDENTIFIED, INVESTIGATING -> "investigating";
      case ROOT_CAUSE_IDENTIFIED, IMPLEMENTING_FIX -> "identified";
      case MONITORING -> "monitoring";
      case RESOLVED -> "resolved";
    };
  }

  private static void report(
      Evidence evidence, Findings findings, IncidentId id, String word, Instant at) {
    findings.report(
        id,
        "the public page said '%s' at %s, which it was not then".formatted(word, at),
        () -> new Stories(evidence).incident(id));
  }
}
