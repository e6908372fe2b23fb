package io.tocsin.alertingest.core.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In virtual time. */
class CanaryRoundsTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
  private final CanaryRounds rounds = new CanaryRounds(Duration.ofSeconds(60));

  @Test
  void theFirstRoundFliesAtOnce() {
    assertThat(rounds.due(BEGIN)).isEqualTo(Canary.ALL);
    assertThat(rounds.due(BEGIN.plusSeconds(7))).isEmpty();
  }

  @Test
  void afterwardsEachPartitionHasItsTurnOnceARound() {
    rounds.due(BEGIN);
    List<Canary> flown = new ArrayList<>();
    for (int second = 1; second <= 60; second++) {
      List<Canary> due = rounds.due(BEGIN.plusSeconds(second));
      assertThat(due).hasSizeLessThanOrEqualTo(1);
      flown.addAll(due);
    }

    assertThat(flown).containsExactlyElementsOf(Canary.ALL);
  }

  @Test
  void aLongAbsenceIsMadeUpForByOneRoundAtMost() {
    rounds.due(BEGIN);

    assertThat(rounds.due(BEGIN.plus(Duration.ofHours(8))))
        .hasSize(Canary.ALL.size())
        .containsExactlyInAnyOrderElementsOf(Canary.ALL);
    assertThat(rounds.due(BEGIN.plus(Duration.ofHours(8)).plusSeconds(1))).isEmpty();
  }
}
