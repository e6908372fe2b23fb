package io.tocsin.alertingest.core.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.core.canary.CanaryStanding.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In virtual time. */
class BeatRhythmTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private final BeatRhythm rhythm = new BeatRhythm(Duration.ofSeconds(60));

  @Test
  void itBeatsAsSoonAsAllIsWellAndThenEachMinute() {
    assertThat(rhythm.isDue(standing(State.WELL), NOW)).isTrue();
    rhythm.beat(NOW);
    assertThat(rhythm.isDue(standing(State.WELL), NOW.plusSeconds(59))).isFalse();
    assertThat(rhythm.isDue(standing(State.WELL), NOW.plusSeconds(60))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void itDoesNotBeatUnlessCanariesComeThrough(State state) {
    assertThat(rhythm.isDue(standing(state), NOW)).isFalse();
  }

  @Test
  void whatNobodyTookIsSaidAgainSoon() {
    rhythm.missed(NOW);

    assertThat(rhythm.isDue(standing(State.WELL), NOW.plusSeconds(9))).isFalse();
    assertThat(rhythm.isDue(standing(State.WELL), NOW.plusSeconds(10))).isTrue();
  }

  private static CanaryStanding standing(State state) {
    return new CanaryStanding(state, Duration.ZERO, List.of(), null);
  }
}
