package io.tocsin.escalationengine.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever order the topics are read in, the ledger comes to the same. */
class LedgerOrderTest {
  private static final Instant NOW = Instant.parse("2026-09-21T15:00:00Z");
  private static final LedgerRules RULES =
      LedgerRules.of(Duration.ofSeconds(30), Duration.ofSeconds(60));

  @Property(tries = 200)
  void theOrderOfReadingChangesNothing(
      @ForAll @IntRange(min = 0, max = 60) int ended,
      @ForAll @IntRange(min = 0, max = 20) int lost,
      @ForAll @IntRange(min = 0, max = 20) int repeats,
      @ForAll long seed) {
    List<java.util.function.Consumer<Ledger>> records = new ArrayList<>();
    for (int i = 0; i < ended; i++) {
      String id = "e" + i;
      records.add(ledger -> ledger.accept(accepted(id)));
      records.add(ledger -> ledger.end(new Ended(id, Outcome.OPENED, NOW, NOW)));
    }
    for (int i = 0; i < lost; i++) {
      String id = "l" + i;
      records.add(ledger -> ledger.accept(accepted(id)));
    }
    for (int i = 0; i < Math.min(repeats, ended); i++) {
      String id = "e" + i;
      records.add(ledger -> ledger.accept(accepted(id)));
    }
    Collections.shuffle(records, new Random(seed));

    Ledger ledger = new Ledger(LedgerState.begun(null), new long[0], RULES);
    for (int i = 0; i < records.size(); i++) {
      records.get(i).accept(ledger);
      if (i == records.size() / 2) {
        ledger = new Ledger(ledger.state(), ledger.remembered(), RULES);
      }
    }

    LedgerReport report = ledger.report(Reading.NONE.caughtUp(NOW.plusSeconds(31)));
    assertThat(report.accepted()).isEqualTo(ended + lost);
    assertThat(report.repeated()).isEqualTo(Math.min(repeats, ended));
    assertThat(report.disposed())
        .isEqualTo(ended == 0 ? Map.of() : Map.of(Outcome.OPENED, (long) ended));
    assertThat(report.unaccounted()).isEqualTo(lost);
    assertThat(report.doubled()).isZero();
    assertThat(report.withoutAlert()).isZero();
  }

  private static Accepted accepted(String id) {
    return new Accepted(id, "datadog-rx:" + id, NOW);
  }
}
