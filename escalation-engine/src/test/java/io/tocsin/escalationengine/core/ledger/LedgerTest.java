package io.tocsin.escalationengine.core.ledger;

import static io.tocsin.contracts.events.AlertDisposition.Outcome.DEAD_LETTERED;
import static io.tocsin.contracts.events.AlertDisposition.Outcome.GROUPED;
import static io.tocsin.contracts.events.AlertDisposition.Outcome.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In virtual time. */
class LedgerTest {
  private static final Instant BEGIN = Instant.parse("2026-09-21T15:00:00Z");
  private static final LedgerRules RULES =
      new LedgerRules(Duration.ofSeconds(30), Duration.ofSeconds(60), 100, 1_000);

  private Ledger ledger = new Ledger(LedgerState.begun(null), new long[0], RULES);
  private Reading reading = Reading.NONE;

  @Test
  void everyAcceptedAlertIsDisposedOfWaitsOrIsUnaccounted() {
    accept("a", 0);
    accept("b", 0);
    accept("c", 0);
    accept("d", 25);
    end("a", OPENED, 1);
    end("b", GROUPED, 1);

    LedgerReport report = at(31);

    assertThat(report.accepted()).isEqualTo(4);
    assertThat(report.disposed()).isEqualTo(Map.of(OPENED, 1L, GROUPED, 1L));
    assertThat(report.waiting()).isEqualTo(1);
    assertThat(report.unaccounted()).isEqualTo(1);
    assertThat(report.oldestSeconds()).isEqualTo(31);
    assertThat(report.alerts()).extracting(LedgerReport.Lost::id).containsExactly("c");
  }

  @Test
  void theGraceIsWaitedForToItsEnd() {
    accept("a", 0);

    assertThat(at(29).unaccounted()).isZero();
    assertThat(at(30).unaccounted()).isEqualTo(1);
  }

  @Test
  void anEndMayBeReadBeforeItsAlert() {
    end("a", OPENED, 1);
    accept("a", 0);

    LedgerReport report = at(100);

    assertThat(report.disposed()).isEqualTo(Map.of(OPENED, 1L));
    assertThat(report.unaccounted()).isZero();
    assertThat(report.withoutAlert()).isZero();
  }

  @Test
  void aRepeatedDeliveryIsTheSameAlert() {
    accept("a", 0);
    accept("a", 1);
    end("a", OPENED, 2);
    accept("a", 40);

    LedgerReport report = at(100);

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.repeated()).isEqualTo(2);
    assertThat(report.unaccounted()).isZero();
  }

  @Test
  void aSecondEndOfOneAlertIsNoticed() {
    accept("a", 0);
    end("a", OPENED, 1);
    end("a", GROUPED, 2);

    assertThat(at(3).doubled()).isEqualTo(1);
    assertThat(at(3).disposed()).isEqualTo(Map.of(OPENED, 1L));
  }

  @Test
  void anEndWhoseAlertNobodyAcceptedIsNoticedOnceAllIsRead() {
    end("a", DEAD_LETTERED, 1);
    assertThat(ledger.report(reading).withoutAlert()).isZero();

    assertThat(at(2).withoutAlert()).isEqualTo(1);
    assertThat(at(3).withoutAlert()).isEqualTo(1);
  }

  @Test
  void whatBeganBeforeAnythingIsKnownIsNoStray() {
    ledger = new Ledger(LedgerState.begun(BEGIN), new long[0], RULES);
    end("before", OPENED, 5);
    end("after", OPENED, 3_700);

    assertThat(at(4_000).withoutAlert()).isEqualTo(1);
  }

  @Test
  void nothingIsSaidOfTheUnaccountedBeforeAllIsRead() {
    accept("a", 0);

    LedgerReport report = ledger.report(reading.behind(7));

    assertThat(report.unaccounted()).isNull();
    assertThat(report.asOf()).isNull();
    assertThat(report.lag()).isEqualTo(7);
    assertThat(report.waiting()).isEqualTo(1);
  }

  @Test
  void theAlarmWaitsLongerThanTheGrace() {
    steadyUntil(0);
    accept("a", 0);
    steadyUntil(59);
    assertThat(ledger.alarming(reading)).isNotEqualTo(OptionalInt.of(1));

    steadyUntil(60);

    assertThat(ledger.alarming(reading)).isEqualTo(OptionalInt.of(1));
    end("a", OPENED, 61);
    assertThat(ledger.alarming(reading)).isEqualTo(OptionalInt.of(0));
  }

  @Test
  void afterAStartOrAnOutageWhoeverDecidesIsGivenTimeToCatchUp() {
    accept("a", -600);
    steadyUntil(59);
    assertThat(ledger.alarming(reading)).isEmpty();
    steadyUntil(60);
    assertThat(ledger.alarming(reading)).isEqualTo(OptionalInt.of(1));

    at(200);
    assertThat(ledger.alarming(reading)).isEmpty();
    steadyUntil(260);
    assertThat(ledger.alarming(reading)).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void aRestartedLedgerKnowsWhatItKnew() {
    accept("settled", 0);
    end("settled", OPENED, 1);
    accept("open", 0);
    end("early", OPENED, 1);
    ledger.quarantine();

    ledger = new Ledger(ledger.state(), ledger.remembered(), RULES);
    accept("settled", 2);
    end("settled", OPENED, 3);
    accept("early", 3);

    LedgerReport report = at(40);
    assertThat(report.accepted()).isEqualTo(3);
    assertThat(report.repeated()).isEqualTo(1);
    assertThat(report.doubled()).isEqualTo(1);
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(report.disposed()).isEqualTo(Map.of(OPENED, 2L));
    assertThat(report.alerts()).extracting(LedgerReport.Lost::id).containsExactly("open");
  }

  @Test
  void canariesHaveABalanceOfTheirOwn() {
    accept("a", 0);
    end("a", OPENED, 1);
    acceptCanary("flown", 0);
    acceptCanary("lost", 0);
    acceptCanary("lost", 1);
    end("early", Outcome.CANARY, 1);
    acceptCanary("early", 0);
    end("flown", Outcome.CANARY, 1);

    LedgerReport report = at(100);

    assertThat(report.canaries()).isEqualTo(new Canaries(3, 2));
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.repeated()).isZero();
    assertThat(report.disposed()).isEqualTo(Map.of(OPENED, 1L));
    assertThat(report.waiting()).isZero();
    assertThat(report.unaccounted()).isZero();
    steadyUntil(200);
    assertThat(ledger.alarming(reading)).as("they have an alarm of their own").hasValue(0);
  }

  @Test
  void whatIsHeldIsBounded() {
    IntStream.range(0, 1_000).forEach(number -> end("stray-" + number, OPENED, 1));
    assertThat(ledger.state().early()).hasSize(100);

    IntStream.range(0, 99).forEach(number -> accept("a" + number, 1));
    assertThat(ledger.isFull()).isFalse();
    accept("one more", 1);
    assertThat(ledger.isFull()).isTrue();
    assertThat(at(40).full()).isTrue();
  }

  @Test
  void repeatsAreKnownForAtLeastHalfOfWhatIsRemembered() {
    RecentIds recent = new RecentIds(1_000);
    List<String> ids = IntStream.range(0, 5_000).mapToObj(number -> "id-" + number).toList();
    ids.forEach(recent::add);

    assertThat(ids.subList(4_500, 5_000)).allMatch(recent::contains);
    assertThat(ids.subList(0, 4_000)).noneMatch(recent::contains);
    assertThat(recent.all().length).isBetween(500, 1_000);
  }

  private void accept(String id, int second) {
    ledger.accept(new Accepted(id, "datadog-rx:" + id, BEGIN.plusSeconds(second)));
  }

  private void acceptCanary(String id, int second) {
    String key = Canary.ALL.get(0).key().value();
    ledger.accept(new Accepted(id, key, BEGIN.plusSeconds(second)));
  }

  private void end(String id, Outcome outcome, int second) {
    Instant at = BEGIN.plusSeconds(second);
    ledger.end(new Ended(id, outcome, at, at));
  }

  private LedgerReport at(int second) {
    Instant now = BEGIN.plusSeconds(second);
    reading = reading.caughtUp(now);
    ledger.strayBefore(now);
    return ledger.report(reading);
  }

  private void steadyUntil(int second) {
    Instant end = BEGIN.plusSeconds(second);
    Instant from = reading.asOf() == null ? BEGIN : reading.asOf();
    for (Instant now = from; !now.isAfter(end); now = now.plusSeconds(1)) {
      reading = reading.caughtUp(now);
    }
  }
}
