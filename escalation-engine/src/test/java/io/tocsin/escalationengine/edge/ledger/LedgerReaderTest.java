package io.tocsin.escalationengine.edge.ledger;

import static io.tocsin.escalationengine.edge.ledger.Written.accept;
import static io.tocsin.escalationengine.edge.ledger.Written.deadLetter;
import static io.tocsin.escalationengine.edge.ledger.Written.dispose;
import static io.tocsin.escalationengine.edge.ledger.Written.rejected;
import static io.tocsin.escalationengine.edge.ledger.Written.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.escalationengine.core.ledger.LedgerReport;
import io.tocsin.escalationengine.edge.view.RealBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker. Each test lives in an hour of its own, and reads nothing of the others'. */
class LedgerReaderTest {
  private static final Instant BEGIN = Instant.parse("2026-09-21T15:00:00Z");
  private static final Duration NOTHING_EARLIER = Duration.ofMinutes(1);
  private static final CatchAllStub CATCH_ALL = new CatchAllStub();
  private static int hour;

  @TempDir private Path folder;
  private Instant begin;
  private int calls;
  private int texts;

  @BeforeEach
  void anHourOfItsOwn() {
    hour += 24;
    begin = BEGIN.plus(Duration.ofHours(hour));
    calls = CATCH_ALL.said().size();
    texts = CATCH_ALL.texts().size();
  }

  @AfterAll
  static void stop() {
    CATCH_ALL.close();
  }

  @Test
  void anAlertWithoutADispositionRingsOnceEveryFiveMinutesUntilItHasOne() {
    try (RunningLedger ledger = ledger()) {
      ledger.pass(Duration.ofSeconds(70));
      accept("rings", ledger.now());
      accept("fine", ledger.now());
      dispose("fine", Outcome.OPENED, ledger.now());

      assertThat(ledger.pass(Duration.ofSeconds(29)).unaccounted()).isZero();
      LedgerReport report = ledger.pass(Duration.ofSeconds(11));
      assertThat(report.alerts()).extracting(LedgerReport.Lost::id).containsExactly("rings");
      assertThat(said()).isEmpty();

      ledger.pass(Duration.ofSeconds(30));
      assertThat(said()).containsExactly("trigger " + key("unaccounted"));
      assertThat(CATCH_ALL.summary(calls))
          .isEqualTo("Tocsin cannot account for 1 alert, the oldest accepted 68 s ago");
      ledger.pass(Duration.ofSeconds(280));
      assertThat(said()).hasSize(1);
      ledger.pass(Duration.ofSeconds(30));
      assertThat(said()).containsOnly("trigger " + key("unaccounted")).hasSize(2);

      dispose("rings", Outcome.GROUPED, ledger.now());
      assertThat(ledger.pass(Duration.ofSeconds(14)).unaccounted()).isZero();
      ledger.pass(Duration.ofSeconds(42));
      assertThat(said()).hasSize(3).endsWith("resolve " + key("unaccounted"));
    }
  }

  @Test
  void aRestartGoesOnFromWhatWasKept() throws IOException {
    try (RunningLedger ledger = ledger()) {
      accept("open", ledger.now());
      accept("settled", ledger.now());
      dispose("settled", Outcome.OPENED, ledger.now());
      ledger.pass(Duration.ofSeconds(14));
    }
    Instant later = begin.plus(Duration.ofHours(2));
    try (RunningLedger ledger = ledgerAt(later)) {
      accept("settled", later);
      accept("new", later);

      LedgerReport report = ledger.pass(Duration.ofSeconds(70));

      assertThat(report.accepted()).isEqualTo(3);
      assertThat(report.repeated()).isEqualTo(1);
      assertThat(report.disposed()).containsOnly(Map.entry(Outcome.OPENED, 1L));
      assertThat(report.alerts()).extracting(LedgerReport.Lost::id).containsExactly("open", "new");
    }
    Files.delete(folder.resolve("ledger.json"));
    try (RunningLedger ledger = ledgerAt(later)) {
      assertThat(ledger.pass(Duration.ofSeconds(70)).alerts())
          .as("made anew from the topics, as far back as it is told to")
          .extracting(LedgerReport.Lost::id)
          .containsExactly("settled", "new");
    }
  }

  @Test
  void anAlarmThatRangBeforeARestartIsResolvedAfterIt() {
    try (RunningLedger ledger = ledger()) {
      accept("over a restart", ledger.now());
      ledger.pass(Duration.ofSeconds(80));
      assertThat(said()).hasSize(1);
    }
    Instant later = begin.plus(Duration.ofSeconds(120));
    try (RunningLedger ledger = ledgerAt(later)) {
      ledger.pass(Duration.ofSeconds(90));
      assertThat(said()).as("not again before five minutes are over").hasSize(1);
      assertThat(texted()).hasSize(1);
      dispose("over a restart", Outcome.RECORDED, ledger.now());
      ledger.pass(Duration.ofSeconds(14));
      assertThat(said()).hasSize(2).endsWith("resolve " + key("unaccounted"));
    }
  }

  @Test
  void aDeadLetterIsTheEndOfAnAlertThatNobodyCouldRead() {
    try (RunningLedger ledger = ledger()) {
      byte[] garbage = "{\"no\": \"alert".getBytes(StandardCharsets.UTF_8);
      RecordMetadata at = send(Topics.ALERTS, "datadog-rx:x", garbage, ledger.now());
      LedgerReport before = ledger.pass(Duration.ofSeconds(40));
      String place = "alerts/" + at.partition() + "/" + at.offset();
      assertThat(before.alerts()).extracting(LedgerReport.Lost::id).containsExactly(place);

      deadLetter(Topics.ALERTS, place, garbage, ledger.now());
      byte[] halfRead =
          "{\"alert\":{\"id\":\"half-read\"},\"severity\":\"P9\"}".getBytes(StandardCharsets.UTF_8);
      accept("half-read", ledger.now());
      deadLetter(Topics.CLASSIFIED_ALERTS, "elsewhere", halfRead, ledger.now());
      byte[] aside = Topics.QUARANTINE.serde().bytes(rejected("datadog-rx", garbage, ledger.now()));
      send(Topics.QUARANTINE, "datadog-rx:y", aside, ledger.now());

      LedgerReport report = ledger.pass(Duration.ofSeconds(40));
      assertThat(report.unaccounted()).isZero();
      assertThat(report.disposed()).containsEntry(Outcome.DEAD_LETTERED, 2L);
      assertThat(report.quarantined()).isEqualTo(1);
    }
  }

  @Test
  void theLedgerGoesOnWithANewConsumerAndCountsNothingTwice() {
    try (RunningLedger ledger = ledger()) {
      accept("before", ledger.now());
      ledger.pass(Duration.ofSeconds(14));
      ledger.renew();
      accept("after", ledger.now());

      LedgerReport report = ledger.pass(Duration.ofSeconds(14));

      assertThat(report.accepted()).isEqualTo(2);
      assertThat(report.repeated()).isZero();
      dispose("before", Outcome.OPENED, ledger.now());
      dispose("after", Outcome.OPENED, ledger.now());
      assertThat(ledger.pass(Duration.ofSeconds(14)).waiting()).isZero();
    }
  }

  @Test
  void aDeadStreamRingsAfterAMinute() {
    try (RunningLedger ledger = ledger()) {
      ledger.streamIs("ERROR");
      ledger.pass(Duration.ofSeconds(56));
      assertThat(said()).isEmpty();

      ledger.pass(Duration.ofSeconds(28));
      assertThat(said()).containsExactly("trigger " + key("stream"));
      assertThat(texted()).singleElement().asString().contains("To=%2B12025550177");

      ledger.streamIs("RUNNING");
      ledger.pass(Duration.ofSeconds(14));
      assertThat(said()).hasSize(2).endsWith("resolve " + key("stream"));
      assertThat(texted()).hasSize(2);
      assertThat(texted().get(1)).contains("is+over");
    }
  }

  private RunningLedger ledger() {
    return ledgerAt(begin);
  }

  private RunningLedger ledgerAt(Instant when) {
    return new RunningLedger(folder.resolve("ledger.json"), CATCH_ALL.url(), when, NOTHING_EARLIER);
  }

  private List<String> said() {
    List<String> all = CATCH_ALL.said();
    return all.subList(calls, all.size());
  }

  private List<String> texted() {
    List<String> all = CATCH_ALL.texts();
    return all.subList(texts, all.size());
  }

  private static String key(String alarm) {
    return InstallationId.of(RealBroker.kafka()) + "-tocsin-" + alarm;
  }
}
