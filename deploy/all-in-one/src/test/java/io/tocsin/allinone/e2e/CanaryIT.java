package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.e2e.Outside.SentPage;
import io.tocsin.contracts.events.Topics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Canaries through everything there is, with minutes made seconds. */
@Tag("long")
class CanaryIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(90);

  @RegisterExtension
  static final TocsinRuns RUNS =
      TocsinRuns.after(
          () ->
              RunningTocsin.withoutNotifier(
                  "canary",
                  Map.of(
                      "TOCSIN_CANARY_EVERY", "2s",
                      "TOCSIN_CANARY_LIMIT", LIMIT.toSeconds() + "s",
                      "TOCSIN_HEARTBEAT_EVERY", BEAT.toSeconds() + "s")));

  private static NotifierAlone notifier;

  private final RunningTocsin tocsin = RUNS.tocsin();
  private final Outside outside = tocsin.outside();

  @BeforeAll
  static void startNotifier() throws Exception {
    notifier = NotifierAlone.beside(RUNS.tocsin());
  }

  @AfterAll
  static void stopNotifier() {
    notifier.close();
  }

  @Test
  void canariesComeThroughAndTheHeartBeatsAndPeopleSeeNothingOfIt() {
    await("the heart beats").atMost(SOON).until(() -> beats("tocsin") >= 3);
    assertThat(beats("canary")).isGreaterThanOrEqualTo(Topics.PARTITIONS);

    await()
        .atMost(SOON)
        .until(() -> outside.ledger().at("/canaries/ended").asLong() >= Topics.PARTITIONS);
    JsonNode ledger = outside.ledger();
    assertThat(ledger.path("accepted").asLong()).isZero();
    assertThat(ledger.path("disposed").size()).isZero();
    assertThat(ledger.path("withoutAlert").asLong()).isZero();
    assertThat(outside.incidents()).isEmpty();
    assertThat(outside.publicIncidents()).isEmpty();
    assertThat(outside.pages().filter(Predicate.not(CanaryIT::isSilence))).isEmpty();
    new Ledger(tocsin.kafka()).balances();
  }

  @Test
  void aNotifierThatStandsStillStopsTheHeartAndTheCatchAllIsCalled() throws Exception {
    await("the heart beats").atMost(SOON).until(() -> beats("tocsin") >= 1);
    List<SentPage> before = outside.pages().toList();
    notifier.freeze();
    await("the catch-all is called")
        .atMost(LIMIT.plusSeconds(60))
        .ignoreException(UncheckedIOException.class)
        .until(() -> outside.pages().anyMatch(page -> isSilence(page) && !before.contains(page)));
    long last = beats("tocsin");
    await("the heart stands still")
        .during(BEAT.multipliedBy(4))
        .atMost(BEAT.multipliedBy(6))
        .until(() -> beats("tocsin") == last);

    notifier.thaw();
    await("the heart beats again").atMost(SOON).until(() -> beats("tocsin") > last);
    await("the catch-all knows")
        .atMost(SOON)
        .until(() -> outside.resolved().stream().anyMatch(it -> it.endsWith("-tocsin-canary")));
  }

  private static boolean isSilence(SentPage page) {
    return page.summary().startsWith("Tocsin may reach nobody");
  }

  private long beats(String name) {
    return outside
        .heartbeats()
        .filter(beat -> beat.path("name").asString().equals(name))
        .mapToLong(beat -> beat.path("beats").asLong())
        .sum();
  }
}
