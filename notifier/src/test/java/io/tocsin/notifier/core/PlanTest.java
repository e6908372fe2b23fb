package io.tocsin.notifier.core;

import static io.tocsin.notifier.Fixtures.acknowledge;
import static io.tocsin.notifier.Fixtures.incident;
import static io.tocsin.notifier.Fixtures.page;
import static io.tocsin.notifier.Fixtures.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.IncidentState;
import io.tocsin.notifier.core.Plan.Step;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done with a notification whose turn has come; all pages here were caused at 2. */
@Tag("RUN-04.1a")
class PlanTest {
  private static final Optional<Standing> UNKNOWN = Optional.empty();
  private static final Optional<Standing> QUIETED = Optional.of(new Standing(5, 3, false, null));
  private static final Optional<Standing> ENDED = Optional.of(new Standing(5, 0, true, null));

  @Test
  void aPageIsWantedWhileNothingIsKnownOfItsIncident() {
    assertThat(Plan.of(page(1, 1), false, UNKNOWN, none -> false).step()).isEqualTo(Step.SEND);
  }

  @Test
  void aPageIsWantedWhileOurViewIsOlder() {
    Optional<Standing> older = Optional.of(Standing.of(incident(1, 1, 0, IncidentState.OPEN)));
    assertThat(Plan.of(page(1, 1), false, older, none -> false).step()).isEqualTo(Step.SEND);
  }

  @Test
  void aPageThatWasCausedAfterTheQuietIsWanted() {
    Optional<Standing> quietedBefore = Optional.of(new Standing(7, 2, false, null));
    assertThat(Plan.of(page(1, 1), false, quietedBefore, none -> false).step())
        .isEqualTo(Step.SEND);
  }

  @Test
  void aPageThatWasCausedBeforeTheQuietIsDropped() {
    Plan plan = Plan.of(page(1, 1), false, QUIETED, none -> false);
    assertThat(plan.step()).isEqualTo(Step.DROP);
    assertThat(plan.reason().name()).isEqualTo("acknowledged-since");
    assertThat(plan.reason().text()).contains("RX-1", "revision 3", "at 2");
  }

  @Test
  void aPageOfAnIncidentThatHasEndedSinceIsDropped() {
    Plan plan = Plan.of(page(1, 1), false, ENDED, none -> false);
    assertThat(plan.step()).isEqualTo(Step.DROP);
    assertThat(plan.reason().name()).isEqualTo("ended-since");
  }

  @Test
  void aPageThatTheEndItselfCausedIsWanted() {
    Optional<Standing> sameRevision = Optional.of(new Standing(2, 0, true, null));
    assertThat(Plan.of(page(1, 1), false, sameRevision, none -> false).step()).isEqualTo(Step.SEND);
  }

  @Test
  void anUnknownPageThatIsStillWantedIsSentAgain() {
    assertThat(Plan.of(page(1, 1), true, UNKNOWN, none -> false).step()).isEqualTo(Step.SEND);
  }

  @Test
  void anUnknownPageThatIsNoLongerWantedIsWithdrawn() {
    assertThat(Plan.of(page(1, 1), true, QUIETED, none -> false).step()).isEqualTo(Step.WITHDRAW);
    assertThat(Plan.of(page(1, 1), true, ENDED, none -> false).step()).isEqualTo(Step.WITHDRAW);
  }

  @Test
  void anAcknowledgementIsAlwaysSent() {
    assertThat(Plan.of(acknowledge(1, 1), false, ENDED, all -> true).step()).isEqualTo(Step.SEND);
  }

  @Test
  void aResolutionIsSentForThePagesThatMayBeOpen() {
    Set<PageNumber> neverSent = Set.of(new PageNumber(page(1, 1).incident(), 1));
    Plan plan = Plan.of(resolve(1, 1, 2), false, ENDED, neverSent::contains);
    assertThat(plan.step()).isEqualTo(Step.SEND);
    assertThat(plan.pages()).containsExactly(2);
  }

  @Test
  void aResolutionOfPagesThatWereNeverSentIsSkipped() {
    Plan plan = Plan.of(resolve(1, 1), false, ENDED, all -> true);
    assertThat(plan.step()).isEqualTo(Step.SKIP);
    assertThat(plan.reason().name()).isEqualTo("page-never-sent");
  }
}
