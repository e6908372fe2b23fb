package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.e2e.Outside.SentPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kafka is away for a while: senders notice nothing, and whoever runs Tocsin is called. */
@Tag("long")
class SpoolIT {
  /** The full case takes 120; see deploy/docs/measurements.md. */
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("tocsin.outage.seconds", 40));

  private static final int PER_SECOND = 200;
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration WORKED_OFF = Duration.ofMinutes(4);
  private static final Duration QUIET = Duration.ofSeconds(3);

  @RegisterExtension
  static final TocsinRuns RUNS = TocsinRuns.after(() -> RunningTocsin.prepared("spool", Map.of()));

  private final RunningTocsin tocsin = RUNS.tocsin();
  private final Outside outside = tocsin.outside();

  @Test
  void aBrokerAwayUnderLoadCostsNoAlertAndDoublesNone() throws Exception {
    List<DatadogAlert> alerts = Stream.generate(DatadogAlert::hpOutage).limit(40).toList();
    SteadyLoad load = new SteadyLoad(alerts, tocsin.anotherOutside());
    load.begin(PER_SECOND);
    await().atMost(SOON).until(() -> load.count() > 5 * PER_SECOND);

    tocsin.freezeBroker();
    Instant away = Instant.now();
    await("the catch-all is told")
        .atMost(Duration.ofSeconds(60))
        .ignoreException(UncheckedIOException.class)
        .until(() -> outside.pages().anyMatch(SpoolIT::isAboutWaiting));
    Duration told = Duration.between(away, Instant.now());
    await().atMost(OUTAGE.plusSeconds(5)).until(() -> Instant.now().isAfter(away.plus(OUTAGE)));
    tocsin.killBroker();
    Duration outage = Duration.between(away, Instant.now());
    await("the alarm is over")
        .atMost(WORKED_OFF)
        .ignoreException(UncheckedIOException.class)
        .until(this::waitingIsOver);
    Duration drained = Duration.between(away, Instant.now()).minus(outage);
    load.end();

    assertThat(load.statuses()).as("no webhook is refused or unanswered").containsOnly(202);
    // the alarm is over when nothing waits for long: what came last may still wait
    await().atMost(SOON).untilAsserted(() -> assertThat(lost(load)).isEmpty());
    new Ledger(tocsin.kafka()).balances(WORKED_OFF);
    await().during(QUIET).atMost(SOON).untilAsserted(() -> pagedOnceEach(alerts));
    assertThat(alerts).allSatisfy(alert -> assertThat(outside.incidents(alert)).hasSize(1));
    keep(
        "%d alerts at %d/s, the broker away for %d s: all 202 (%s), catch-all told after %d s, drained and over %d s after the broker was replaced"
            .formatted(
                load.count(),
                PER_SECOND,
                outage.toSeconds(),
                load.times(),
                told.toSeconds(),
                drained.toSeconds()));
  }

  @Test
  void whatWasAcceptedWithoutABrokerOutlivesACrashOfEverything() throws Exception {
    List<DatadogAlert> alerts = Stream.generate(DatadogAlert::hpOutage).limit(30).toList();
    tocsin.freezeBroker();
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(outside.sendDatadog(alert.triggered()).join().statusCode())
                    .isEqualTo(202));
    tocsin.killHardWithFrozenBroker();
    tocsin.start();

    await().atMost(SOON).untilAsserted(() -> pagedOnceEach(alerts));
    new Ledger(tocsin.kafka()).balances();
    assertThat(alerts).allSatisfy(alert -> assertThat(outside.incidents(alert)).hasSize(1));
  }

  /** By sets: a list of so many compared one by one takes minutes. */
  private Set<String> lost(SteadyLoad load) {
    Set<String> lost = load.accepted();
    lost.removeAll(new Ledger(tocsin.kafka()).accepted());
    return lost;
  }

  private void pagedOnceEach(List<DatadogAlert> alerts) {
    List<SentPage> pages = outside.pages().toList();
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(pages).filteredOn(it -> it.summary().contains(alert.name())).hasSize(1));
  }

  private static boolean isAboutWaiting(SentPage page) {
    return page.summary().startsWith("Tocsin cannot process");
  }

  private boolean waitingIsOver() {
    return outside.resolved().stream().anyMatch(key -> key.endsWith("-tocsin-waiting"));
  }

  private static void keep(String figures) throws IOException {
    Files.writeString(Path.of("target", "e2e", "spool.txt"), figures + "\n");
  }
}
