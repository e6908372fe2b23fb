package io.tocsin.chaos.core.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.defect.Defect;
import io.tocsin.chaos.core.defect.Defects;
import io.tocsin.chaos.core.evidence.Limits;
import io.tocsin.chaos.core.simulation.Night;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeededDefectTest {
  private static final int SEEDS = 5;
  private static final int STEPS = 40;
  private static final Map<Long, History> NIGHTS = new ConcurrentHashMap<>();

  private final Checker checker = new Checker(Limits.USUAL);

  static Stream<Arguments> defects() {
    return Defects.all().stream()
        .flatMap(
            defect ->
                LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(defect, seed)));
  }

  @ParameterizedTest(name = "{0} (seed {1})")
  @MethodSource("defects")
  void aSeededDefectIsCaughtByName(Defect defect, long seed) {
    History correct = NIGHTS.computeIfAbsent(seed, it -> Night.of(it, STEPS));
    assertThat(checker.judge(correct).broken()).isEmpty();

    Verdict verdict = checker.judge(defect.in(correct));

    assertThat(verdict.broken()).as("%s", verdict).contains(defect.caughtBy());
  }

  @Test
  void eachInvariantHasADefectThatItAloneNames() {
    assertThat(Defects.all())
        .extracting(Defect::caughtBy)
        .containsAll(Checker.invariants().keySet());
  }
}
