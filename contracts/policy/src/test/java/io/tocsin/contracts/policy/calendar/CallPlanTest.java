package io.tocsin.contracts.policy.calendar;

import static io.tocsin.contracts.events.Channel.EMAIL;
import static io.tocsin.contracts.events.Channel.PHONE;
import static io.tocsin.contracts.events.Channel.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How somebody is called who says how they want to be called. */
@Tag("RUN-08.2")
class CallPlanTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void withoutRulesOfTheirOwnAFailureAloneLeadsFromOneMethodToTheNext() {
    assertThat(CallPlan.of(List.of(EMAIL, PHONE), List.of()).steps())
        .containsExactly(at(EMAIL, Duration.ZERO), afterFailure(PHONE));
  }

  @Test
  void theirOwnRulesHoldInTheOrderOfTheirTimes() {
    CallPlan plan = CallPlan.of(List.of(SLACK, PHONE), List.of(rule(PHONE, 1), rule(SLACK, 0)));

    assertThat(plan.steps()).containsExactly(at(SLACK, Duration.ZERO), at(PHONE, MINUTE));
    assertThat(plan.time(1)).contains(MINUTE);
    assertThat(plan.time(2)).isEmpty();
  }

  @Test
  void noRuleIsLouderThanTheRungAllows() {
    assertThat(CallPlan.of(List.of(SLACK), List.of(rule(SLACK, 0), rule(PHONE, 1))).steps())
        .containsExactly(at(SLACK, Duration.ZERO));
  }

  @Test
  void theFirstOfThemComesAtOnce() {
    assertThat(CallPlan.of(List.of(PHONE), List.of(rule(SLACK, 0), rule(PHONE, 5))).steps())
        .containsExactly(at(PHONE, Duration.ZERO));
  }

  @Test
  void aLouderMethodThatTheRungBeginsWithFollowsTheLastOfThem() {
    assertThat(CallPlan.of(List.of(PHONE, SLACK), List.of(rule(SLACK, 0))).steps())
        .containsExactly(at(SLACK, Duration.ZERO), at(PHONE, Duration.ZERO));
  }

  @Test
  void whatTheRungOnlyFallsBackOnStaysThat() {
    assertThat(CallPlan.of(List.of(SLACK, PHONE), List.of(rule(SLACK, 0))).steps())
        .containsExactly(at(SLACK, Duration.ZERO), afterFailure(PHONE));
  }

  @Test
  void whoHasNoneOfTheMethodsCannotBeCalled() {
    assertThat(CallPlan.of(List.of(), List.of(rule(SLACK, 0))).step(0)).isEmpty();
  }

  private static NotifyRule rule(Channel by, int minutes) {
    return new NotifyRule(by, Duration.ofMinutes(minutes));
  }

  private static CallPlan.Step at(Channel by, Duration after) {
    return new CallPlan.Step(by, after);
  }

  private static CallPlan.Step afterFailure(Channel by) {
    return new CallPlan.Step(by, null);
  }
}
