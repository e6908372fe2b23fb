package io.tocsin.alertingest.core.canary;

import static io.tocsin.alertingest.core.canary.CanaryStanding.State.SILENT;
import static io.tocsin.alertingest.core.canary.CanaryStanding.State.UNKNOWN;
import static io.tocsin.alertingest.core.canary.CanaryStanding.State.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.core.canary.CanaryStanding.State;
import io.tocsin.contracts.events.Canary;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** In virtual time. */
class CanaryWatchTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final CanaryWatch watch = new CanaryWatch(LIMIT, BEGIN);
  private Instant now = BEGIN;

  @Test
  void nothingIsSaidInTheFirstTwoMinutesAfterAStart() {
    assertThat(after(120)).isEqualTo(UNKNOWN);
    assertThat(after(1)).isEqualTo(SILENT);
  }

  @Test
  void allIsWellOnceOneCameThroughOnEachPartition() {
    Canary.ALL.stream().skip(1).forEach(canary -> comes(canary, 1));
    assertThat(after(1)).isEqualTo(UNKNOWN);

    comes(Canary.ALL.get(0), 1);
    assertThat(after(1)).isEqualTo(WELL);
  }

  @Test
  void onePartitionWithoutCanariesIsSilence() {
    allCome();
    after(60);
    Canary.ALL.stream().skip(1).forEach(canary -> comes(canary, 1));

    assertThat(after(60)).isEqualTo(WELL);
    assertThat(after(1)).isEqualTo(SILENT);
    assertThat(watch.standing(now).silent()).containsExactly(0);
    assertThat(watch.standing(now).age()).isEqualTo(Duration.ofSeconds(121));
  }

  @Test
  void oneThatTookLongerThanTheLimitDidNotComeThrough() {
    Canary.ALL.forEach(canary -> comes(canary, 121));
    assertThat(after(1)).isEqualTo(UNKNOWN);

    Canary.ALL.forEach(canary -> comes(canary, 120));
    assertThat(after(1)).isEqualTo(WELL);
  }

  @Test
  void silenceEndsWhenTheyComeAgain() {
    after(200);
    allCome();

    assertThat(after(1)).isEqualTo(WELL);
  }

  /** The machine slept, the process was stopped: engine time leaps, and no look came between. */
  @Test
  void whoeverWasAwayListensForTheLimitBeforeHeCallsAnybody() {
    allCome();
    now = now.plus(Duration.ofHours(8));

    assertThat(watch.look(now).state()).isEqualTo(UNKNOWN);
    assertThat(after(120)).isEqualTo(UNKNOWN);
    assertThat(after(1)).isEqualTo(SILENT);
  }

  @Test
  void whatHasAnotherReasonIsNoSilence() {
    after(100);
    watch.listenAnew(now);

    assertThat(after(120)).isEqualTo(UNKNOWN);
    assertThat(after(1)).isEqualTo(SILENT);
  }

  @Test
  void withoutCanariesNothingIsWrong() {
    assertThat(CanaryWatch.off().look(now)).isEqualTo(CanaryStanding.OFF);
  }

  private void allCome() {
    Canary.ALL.forEach(canary -> comes(canary, 1));
  }

  private void comes(Canary canary, int seconds) {
    watch.cameThrough(canary, Duration.ofSeconds(seconds), now);
  }

  /** Looks every second. */
  private State after(int seconds) {
    State state = UNKNOWN;
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      state = watch.look(now).state();
    }
    return state;
  }
}
