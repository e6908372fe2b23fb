package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.chaos.core.evidence.Words;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** whatever reaches the provider was asked for by the engine, under this installation's key */
final class EachPageWasAskedFor implements Invariant {
  @Override
  public String name() {
    return "each-page-was-asked-for";
  }

  @Override
  public String meaning() {
    return "whatever reaches the provider was asked for by the engine, under this installation's key";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .strangers()
        .forEach(
            arrival ->
                findings.report(
                    arrival.dedupKey(),
                    "the provider got a key that names neither page nor alarm",
                    () -> List.of()));
    Map<PageKey, Set<Notification.Act>> asked = asked(evidence);
    evidence
        .arrivals()
        .forEach(
            (page, arrivals) -> {
              Set<Notification.Act> acts = asked.getOrDefault(page, Set.of());
              arrivals.stream()
                  .filter(arrival -> !isWanted(arrival, acts) || !isOurs(evidence, arrival))
                  .findFirst()
                  .ifPresent(
                      arrival ->
                          findings.report(
                              page,
                              "nobody asked for this %s (%s)"
                                  .formatted(
                                      Words.spoken(arrival.action().name()), arrival.dedupKey()),
                              () -> new Stories(evidence).page(page)));
            });
  }

  private static Map<PageKey, Set<Notification.Act>> asked(Evidence evidence) {
    Map<PageKey, Set<Notification.Act>> asked = new HashMap<>();
    evidence
        .history()
        .records()
        .notifications()
        .filter(it -> it.channel() == Channel.PAGERDUTY)
        .forEach(
            it ->
                it.pages()
                    .forEach(
                        n ->
                            asked
                                .computeIfAbsent(
                                    new PageKey(it.incident(), n), any -> new HashSet<>())
                                .add(it.act())));
    return asked;
  }

  /** A page that is withdrawn is resolved without being asked. */
  private static boolean isWanted(Arrival arrival, Set<Notification.Act> acts) {
    return switch (arrival.action()) {
      case TRIGGER -> acts.contains(Notification.Act.PAGE);
      case ACKNOWLEDGE -> acts.contains(Notification.Act.ACKNOWLEDGE);
      case RESOLVE ->
          acts.contains(Notification.Act.RESOLVE) || acts.contains(Notification.Act.PAGE);
    };
  }

  private static boolean isOurs(Evidence evidence, Arrival arrival) {
    return arrival.dedupKey().startsWith(evidence.history().run().installation() + "-");
  }
}
