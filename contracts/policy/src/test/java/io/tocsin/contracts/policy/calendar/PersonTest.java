package io.tocsin.contracts.policy.calendar;

import static io.tocsin.contracts.events.Channel.EMAIL;
import static io.tocsin.contracts.events.Channel.PHONE;
import static io.tocsin.contracts.events.Channel.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How one person wants to be called. */
@Tag("RUN-08.2")
class PersonTest {
  private static final NotifyRule PHONE_LATER = new NotifyRule(PHONE, Duration.ofMinutes(1));
  private static final NotifyRule SLACK_FIRST = new NotifyRule(SLACK, Duration.ZERO);
  private static final Person PERSON =
      new Person(
          "First engineer",
          Team.CAIRO,
          new Methods(null, "+12025550101", "@engineer-a", null),
          List.of(PHONE_LATER, SLACK_FIRST));

  @Test
  void theirOwnRulesHoldInTheOrderOfTheirTimes() {
    assertThat(PERSON.plan(List.of(PHONE, SLACK))).containsExactly(SLACK_FIRST, PHONE_LATER);
  }

  @Test
  void noRuleIsLouderThanTheRungAllows() {
    assertThat(PERSON.plan(List.of(SLACK))).containsExactly(SLACK_FIRST);
  }

  @Test
  void theirRulesNeverMakeACallSofter() {
    Person person =
        new Person(
            PERSON.name(),
            null,
            PERSON.methods(),
            List.of(new NotifyRule(SLACK, Duration.ofMinutes(2))));
    assertThat(person.plan(List.of(PHONE, SLACK)))
        .containsExactly(
            new NotifyRule(SLACK, Duration.ofMinutes(2)),
            new NotifyRule(PHONE, Duration.ofMinutes(2)));
  }

  @Test
  void withoutRulesOfTheirOwnTheRungsMethodsHoldInItsOrder() {
    Person person = new Person(PERSON.name(), null, PERSON.methods(), List.of());
    assertThat(person.plan(List.of(EMAIL, SLACK, PHONE)))
        .containsExactly(SLACK_FIRST, new NotifyRule(PHONE, Duration.ZERO));
  }

  @Test
  void whoHasNoneOfTheMethodsCannotBeCalled() {
    assertThat(PERSON.plan(List.of(EMAIL))).isEmpty();
    assertThat(PERSON.isReachedBy(List.of(EMAIL))).isFalse();
    assertThat(PERSON.isReachedBy(List.of(EMAIL, PHONE))).isTrue();
  }
}
