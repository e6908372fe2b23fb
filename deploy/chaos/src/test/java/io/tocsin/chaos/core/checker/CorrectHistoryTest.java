package io.tocsin.chaos.core.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.evidence.Limits;
import io.tocsin.chaos.core.simulation.Night;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CorrectHistoryTest {
  private final Checker checker = new Checker(Limits.USUAL);

  @Property(tries = 60)
  void aCorrectNightPassesHoweverItGoes(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 250) int steps) {
    History night = Night.of(seed, steps);

    Verdict verdict = checker.judge(night);

    assertThat(verdict.isClean()).as("%s", verdict).isTrue();
  }
}
