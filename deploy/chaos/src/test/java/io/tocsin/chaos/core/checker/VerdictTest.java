package io.tocsin.chaos.core.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.defect.Defect;
import io.tocsin.chaos.core.defect.Defects;
import io.tocsin.chaos.core.evidence.Limits;
import io.tocsin.chaos.core.evidence.Line;
import io.tocsin.chaos.core.simulation.Night;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final History NIGHT = Night.of(1, 10);

  private final Checker checker = new Checker(Limits.USUAL);

  private Verdict with(String defect) {
    Defect seeded =
        Defects.all().stream().filter(it -> it.name().equals(defect)).findFirst().orElseThrow();
    return checker.judge(seeded.in(NIGHT));
  }

  @Test
  void aCleanVerdictSaysWhatWasHeldAgainstTheRun() {
    assertThat(checker.judge(NIGHT))
        .hasToString("seed 1: all %d invariants hold%n".formatted(Checker.invariants().size()));
  }

  @Test
  void aViolationIsToldAsTheStoryOfThePageAlone() {
    assertThat(with("a page is resolved before it is triggered").toString())
        .startsWith("seed 1: BROKEN")
        .contains("pagerduty-order (1)", "pagerduty-order: page 5 of RX-1")
        .contains("it was triggered after it had been resolved")
        .containsSubsequence("took resolve 0a1b2c3d-RX-1-5", "took trigger 0a1b2c3d-RX-1-5")
        .doesNotContain("HP-1", "RX-1-3");
  }

  @Test
  void aStoryIsInTheOrderOfTime() {
    assertThat(with("a page rings under a second key").violations())
        .isNotEmpty()
        .allSatisfy(
            violation ->
                assertThat(violation.story()).isSortedAccordingTo(Comparator.comparing(Line::at)));
  }

  @Test
  void theShortestStoryIsTheOneThatIsTold() {
    Verdict verdict = with("a rung is missed");

    assertThat(verdict.violations())
        .allSatisfy(
            violation ->
                assertThat(violation.story())
                    .hasSizeGreaterThanOrEqualTo(verdict.shortest().orElseThrow().story().size()));
  }

  @Test
  void aLeakIsNamedAndNotRepeated() {
    assertThat(with("a key is logged").toString())
        .contains("no-secret-leaks: an integration key", "alert-ingest.log")
        .doesNotContain(Night.KEY_WORD);
  }
}
