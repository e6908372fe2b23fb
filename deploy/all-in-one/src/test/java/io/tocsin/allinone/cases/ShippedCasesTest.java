package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.cases.coverage.Coverage;
import io.tocsin.allinone.cases.coverage.Coverage.Standing;
import io.tocsin.allinone.cases.coverage.Requirements;
import io.tocsin.allinone.cases.file.CaseFiles;
import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.allinone.cases.verdict.Judge;
import io.tocsin.allinone.cases.verdict.TimelineText;
import io.tocsin.allinone.cases.verdict.Verdict;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of the three runbooks. */
class ShippedCasesTest {
  private static final Path ROOT = Path.of("../policies");

  private static Policies policies;
  private static List<Requirement> requirements;
  private static List<Case> cases;

  @BeforeAll
  static void read() throws PolicyRejected {
    PolicyBundle bundle = PolicyFiles.read(ROOT);
    policies = PolicyLoader.load(bundle);
    requirements = Requirements.of(bundle);
    cases = CaseFiles.read(bundle, policies, requirements.stream().map(Requirement::id).toList());
  }

  @TestFactory
  Stream<DynamicTest> eachIsAsItSays() {
    return cases.stream()
        .map(
            read ->
                DynamicTest.dynamicTest(
                    read.place() + " " + read.name(),
                    () -> {
                      Verdict verdict = Judge.judge(read, Simulation.play(read, policies));
                      assertThat(verdict.isWrong()).as(TimelineText.of(verdict)).isFalse();
                    }));
  }

  @Test
  @Tag("RUN-02.1a")
  @Tag("RUN-02.1b")
  @Tag("RUN-08.1f")
  @Tag("RUN-08.2")
  @Tag("RUN-13")
  @Tag("MED-env")
  void whatTheEngineKeepsIsShownByCasesThatMustPass() {
    Coverage coverage = Coverage.of(requirements, cases);
    assertThat(coverage.rows())
        .filteredOn(row -> row.standing() == Standing.SHOWN)
        .extracting(row -> row.requirement().id())
        .contains("RUN-02.1a", "RUN-02.1b", "RUN-08.1f", "RUN-08.2", "RUN-13", "MED-env");
    assertThat(coverage.rows()).noneMatch(row -> row.standing() == Standing.MISSING);
  }

  @Test
  void twoHundredNightsAreNoLongWait() throws PolicyRejected {
    long begun = System.nanoTime();
    PolicyBundle bundle = PolicyFiles.read(ROOT);
    Policies fresh = PolicyLoader.load(bundle);
    List<Case> read = cases.stream().filter(it -> !it.isPending()).toList();
    long pages =
        IntStream.range(0, 200)
            .mapToObj(number -> wholeDay(read.get(number % read.size())))
            .map(day -> Judge.judge(day, Simulation.play(day, fresh)))
            .mapToLong(verdict -> verdict.night().happenings().size())
            .sum();
    assertThat(pages).isPositive();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }

  private static Case wholeDay(Case read) {
    Instant end = read.start().plus(Duration.ofHours(24));
    return new Case(
        read.place(),
        read.name(),
        read.team(),
        read.shows(),
        read.pending(),
        read.zone(),
        read.start(),
        end,
        true,
        read.installed(),
        read.given(),
        read.expected());
  }
}
