package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.cases.simulation.Simulation;
import io.tocsin.allinone.cases.verdict.Verdict;
import io.tocsin.allinone.cases.verdict.Verdict.Outcome;
import io.tocsin.contracts.policy.PolicyRejected;
import org.junit.jupiter.api.Test;

class JudgeTest {
  @Test
  void aPageThatNobodyExpectedFails() {
    assertThat(outcome("expect: [{severity: P1}]")).isEqualTo(Outcome.FAILED);
  }

  @Test
  void unlessOthersAreAllowed() {
    assertThat(outcome("others: allowed", "expect: [{severity: P1}]")).isEqualTo(Outcome.PASSED);
  }

  @Test
  void eachExpectationNeedsAPageOfItsOwn() {
    assertThat(outcome("expect: [{page: on-call}, {page: on-call}]")).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aPageTooEarlyOrTooLateIsNotTheOne() {
    assertThat(outcome("expect: [{page: on-call}, {at: +2m, page: lead}]"))
        .isEqualTo(Outcome.PASSED);
    assertThat(outcome("expect: [{page: on-call}, {at: +1m50s, page: lead}]", "until: +3m"))
        .isEqualTo(Outcome.FAILED);
    assertThat(outcome("expect: [{page: on-call}, {at: +2m1s, page: lead}]", "until: +3m"))
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void silenceIsBrokenEvenWhereOthersAreAllowed() {
    assertThat(outcome("others: allowed", "expect: [{from: +1m, to: +3m, silence: true}]"))
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void whatComesAfterTheEndIsNotJudged() {
    assertThat(outcome("until: +1m", "expect: [{page: on-call}]")).isEqualTo(Outcome.PASSED);
  }

  @Test
  void whatThePendingCaseWaitsForMayBeMissing() {
    Verdict verdict =
        Shop.verdict(text("pending: messages come later", "expect: [{message: '#shop'}]"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(verdict.isWrong()).isFalse();
  }

  @Test
  void theSameCaseGivesTheSameNight() throws PolicyRejected {
    Case read = Shop.cases(text("expect: [{page: on-call}]", "until: +24h")).get(0);
    assertThat(Simulation.play(read, Shop.POLICIES))
        .isEqualTo(Simulation.play(read, Shop.POLICIES));
  }

  private static Outcome outcome(String... lines) {
    return Shop.verdict(text(lines)).outcome();
  }

  private static String text(String... lines) {
    return """
        cases:
          - name: The shop is down
            at: 2026-11-24T03:00
            given: [{alert: {service: shop, title: The shop is down}}]
        """
        + "    "
        + String.join("\n    ", lines)
        + "\n";
  }
}
