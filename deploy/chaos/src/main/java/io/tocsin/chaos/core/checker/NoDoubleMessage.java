package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * what is said in Slack and on GitHub stands there once, unless a request arrived after it was
 * given up; a mail, a call or an event at Datadog comes twice only around a fault
 */
public final class NoDoubleMessage implements Invariant {
  private static final String PROVIDER = "sandbox";

  /** Who knows no key may take what was given up long ago: the network or he himself held it. */
  private static final Set<Fault.Kind> HOLDING =
      EnumSet.of(Fault.Kind.BLACKHOLE, Fault.Kind.FREEZE);

  /** How long a request may be held, its retries included. */
  private static final Duration HELD = Duration.ofSeconds(90);

  @Override
  public String name() {
    return "no-double-message";
  }

  @Override
  public String meaning() {
    return "what is said in Slack and on GitHub stands there once, unless a request arrived after"
        + " it was given up; a mail, a call or an event at Datadog comes twice only around a"
        + " fault";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    doubled(evidence.history().sightings())
        .forEach(
            (subject, all) -> {
              if (!isExcused(evidence, all)) {
                findings.report(
                    subject,
                    "it came %d times, first at %s and last at %s"
                        .formatted(all.size(), all.get(0).at(), all.get(all.size() - 1).at()),
                    () -> new Stories(evidence).incident(all.get(0).incident()));
              }
            });
  }

  /** What is there more than once, in the order in which it came. */
  static Map<String, List<Sighting>> doubled(List<Sighting> sightings) {
    Map<String, List<Sighting>> all =
        sightings.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.channel().wireName() + " " + it.subject(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    all.values().removeIf(same -> same.size() < 2);
    return all;
  }

  /** How many mails, calls and events came more than once. */
  public static long repeated(List<Sighting> sightings) {
    return doubled(sightings).values().stream().filter(all -> !isAsked(all)).count();
  }

  /** Whether its provider can be asked what it has before it is sent again. */
  private static boolean isAsked(List<Sighting> all) {
    Channel channel = all.get(0).channel();
    return channel == Channel.SLACK || channel == Channel.GITHUB;
  }

  private static boolean isExcused(Evidence evidence, List<Sighting> all) {
    Instant from = all.get(0).at().minus(HELD);
    Instant to = all.get(all.size() - 1).at();
    return evidence.outages().between(from, to).stream()
        .anyMatch(
            fault ->
                !isAsked(all)
                    || (fault.target().equals(PROVIDER) && HOLDING.contains(fault.kind())));
  }
}
