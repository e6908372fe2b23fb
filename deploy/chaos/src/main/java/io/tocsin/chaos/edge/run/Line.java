package io.tocsin.chaos.edge.run;

import io.tocsin.chaos.core.AlarmKey;
import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.checker.NoDoubleMessage;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A seed in figures.
 *
 * @param faults kind and target, with how often
 * @param accepted alerts that stand in Kafka
 * @param requests webhooks, each try counted
 * @param refused of them, with a status
 * @param unknown of them, without an answer
 * @param never deliveries that were tried again and again, and never accepted
 * @param pages distinct keys for which the provider was asked to ring
 * @param alarms Tocsin's own, of which the catch-all was called
 * @param deeds answers that people gave at providers and Tocsin took, by where
 * @param told messages of the other channels that their receivers have
 * @param twice of mails and calls, how many came more than once: nobody can be asked about them
 * @param violations invariant and how often it was broken
 * @param seconds from the first request to rest
 */
record Line(
    long seed,
    Map<String, Integer> faults,
    long accepted,
    long requests,
    long refused,
    long unknown,
    long never,
    long pages,
    List<String> alarms,
    Map<String, Integer> deeds,
    long told,
    long twice,
    Map<String, Integer> violations,
    double seconds) {

  static Line of(Played played) {
    History history = played.history();
    List<Webhook> webhooks = history.webhooks();
    Map<String, Integer> broken = new TreeMap<>();
    played.verdict().counts().forEach((name, count) -> add(broken, name, count));
    add(broken, "comes-to-rest", played.unrest().isEmpty() ? 0 : 1);
    return new Line(
        history.run().seed(),
        history.faults().stream()
            .collect(
                Collectors.toMap(
                    fault ->
                        fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + " "
                            + fault.target(),
                    fault -> 1,
                    Integer::sum,
                    TreeMap::new)),
        history.records().values(Topics.ALERTS).map(Alert::id).distinct().count(),
        webhooks.size(),
        count(webhooks, Outcome.REFUSED),
        count(webhooks, Outcome.UNKNOWN),
        never(webhooks),
        history.arrivals().stream()
            .filter(arrival -> arrival.action() == Arrival.Action.TRIGGER)
            .map(Arrival::dedupKey)
            .filter(key -> AlarmKey.ofDedupKey(key).isEmpty())
            .distinct()
            .count(),
        alarms(history),
        history.deeds().stream()
            .filter(Deed::told)
            .collect(Collectors.toMap(Deed::via, deed -> 1, Integer::sum, TreeMap::new)),
        history.sightings().size(),
        NoDoubleMessage.repeated(history.sightings()),
        broken,
        Duration.between(history.run().began(), history.run().ended()).toMillis() / 1000.0);
  }

  private static List<String> alarms(History history) {
    return history.arrivals().stream()
        .filter(arrival -> arrival.action() == Arrival.Action.TRIGGER)
        .flatMap(arrival -> AlarmKey.ofDedupKey(arrival.dedupKey()).stream())
        .map(AlarmKey::trouble)
        .distinct()
        .toList();
  }

  private static void add(Map<String, Integer> counts, String name, int count) {
    if (count > 0) {
      counts.merge(name, count, Integer::sum);
    }
  }

  private static long count(List<Webhook> webhooks, Outcome outcome) {
    return webhooks.stream().filter(webhook -> webhook.outcome() == outcome).count();
  }

  private static long never(List<Webhook> webhooks) {
    Set<String> tokens = new HashSet<>();
    webhooks.forEach(webhook -> tokens.add(webhook.token()));
    webhooks.stream()
        .filter(webhook -> webhook.outcome() == Outcome.ACCEPTED)
        .forEach(webhook -> tokens.remove(webhook.token()));
    return tokens.size();
  }

  @Override
  public String toString() {
    return "seed %d: %s; %d alerts accepted of %d requests (%d refused, %d unanswered, %d never taken), %d pages, alarms %s, answers at providers %s, %d messages (%d mails or calls twice),"
            .formatted(
                seed,
                String.join(", ", faults.keySet()),
                accepted,
                requests,
                refused,
                unknown,
                never,
                pages,
                alarms,
                deeds,
                told,
                twice)
        + " %.1f s: %s"
            .formatted(seconds, violations.isEmpty() ? "all hold" : "VIOLATED " + violations);
  }
}
