package io.tocsin.chaos.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration FIVE = Duration.ofSeconds(5);

  private final Outages outages =
      new Outages(
          List.of(
              fault(Fault.Kind.KILL, "notifier", 10, 20),
              fault(Fault.Kind.FREEZE, "broker", 15, 28),
              fault(Fault.Kind.CLOCK_JUMP, "escalation-engine", 100, 110)),
          Duration.ofSeconds(2));

  private static Fault fault(Fault.Kind kind, String target, int from, int until) {
    return new Fault(kind, target, at(from), at(until), 1);
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  @Test
  void aLimitCountsFromItsBeginningWhileNothingIsBroken() {
    assertThat(outages.deadline(at(0), FIVE)).isEqualTo(at(5));
    assertThat(outages.deadline(at(40), FIVE)).isEqualTo(at(45));
  }

  @Test
  void aLimitRestsWhileAnythingIsBrokenAndUntilItHasRecovered() {
    assertThat(outages.deadline(at(8), FIVE)).isEqualTo(at(33));
    assertThat(outages.deadline(at(18), FIVE)).isEqualTo(at(35));
  }

  @Test
  void aLimitThatEndsBeforeAFaultIsNotLengthened() {
    assertThat(outages.deadline(at(4), FIVE)).isEqualTo(at(9));
  }

  @Test
  void whatMayStillBeSeenReachesBackOverWhatWasBroken() {
    assertThat(outages.horizon(at(50), FIVE)).isEqualTo(at(45));
    assertThat(outages.horizon(at(32), FIVE)).isEqualTo(at(7));
    assertThat(outages.horizon(at(20), FIVE)).isEqualTo(at(5));
  }

  @Test
  void aFaultIsFeltByItsTargetUntilItHasRecovered() {
    assertThat(outages.isFelt("notifier", at(21), at(21))).isTrue();
    assertThat(outages.isFelt("notifier", at(5), at(11))).as("asked for before it").isTrue();
    assertThat(outages.isFelt("notifier", at(23), at(23))).isFalse();
    assertThat(outages.isFelt("status-page", at(15), at(15))).isFalse();
  }

  @Test
  void onlyAJumpMakesClocksDisagree() {
    assertThat(outages.clockJumped(at(0), at(50))).isFalse();
    assertThat(outages.clockJumped(at(50), at(101))).isTrue();
  }
}
