package io.tocsin.contracts.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Engine time goes on whatever happens to the wall clock; only a machine that slept moves it. */
class ClockGuardTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private Instant wall = START;
  private long nanos = 17;
  private double uptime = 5000;
  private final EngineClock clock = new EngineClock(() -> wall, () -> nanos);
  private final ClockGuard guard = new ClockGuard(clock, () -> OptionalDouble.of(uptime));
  private final List<String> renewed = new ArrayList<>();

  ClockGuardTest() {
    guard.guard(renewed::add);
  }

  @AfterEach
  void close() {
    guard.close();
  }

  @Test
  void timePassesAsItShould() {
    pass(Duration.ofHours(3));
    guard.look();
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
    assertThat(guard.isAlarmed()).isFalse();
    assertThat(renewed).isEmpty();
  }

  @Test
  void aWallClockSetBackIsNotAdoptedAndEveryClientIsMadeAnew() {
    pass(Duration.ofMinutes(1));
    wall = wall.minus(Duration.ofHours(1));
    guard.look();
    pass(Duration.ofMinutes(1));
    guard.look();
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(2)));
    assertThat(guard.isAlarmed()).isTrue();
    assertThat(guard.drift()).isEqualTo(Duration.ofHours(-1));
    assertThat(renewed).hasSize(1).first().asString().contains("-3600 s");
  }

  @Test
  void aWallClockSetForwardIsNotAdoptedEither() {
    wall = wall.plus(Duration.ofHours(1));
    guard.look();
    assertThat(clock.instant()).isEqualTo(START);
    assertThat(guard.isAlarmed()).isTrue();
    assertThat(renewed).hasSize(1);
  }

  @Test
  void aClockSetRightAgainEndsTheAlarm() {
    wall = wall.minus(Duration.ofHours(1));
    guard.look();
    wall = wall.plus(Duration.ofHours(1));
    guard.look();
    assertThat(guard.isAlarmed()).isFalse();
    assertThat(renewed).hasSize(2);
  }

  @Test
  void aMachineThatSleptMovesEngineTimeBecauseItsUptimeConfirmsIt() {
    pass(Duration.ofMinutes(10));
    wall = wall.plus(Duration.ofHours(8));
    uptime += Duration.ofHours(8).toSeconds();
    guard.look();
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(8).plusMinutes(10)));
    assertThat(guard.isAlarmed()).isFalse();
  }

  @Test
  void aSecondSleepIsToldFromASecondStep() {
    wall = wall.plus(Duration.ofHours(8));
    uptime += Duration.ofHours(8).toSeconds();
    guard.look();
    pass(Duration.ofMinutes(5));
    wall = wall.plus(Duration.ofHours(2));
    guard.look();
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(8).plusMinutes(5)));
    assertThat(guard.isAlarmed()).isTrue();
  }

  @Test
  void aSlowDriftBelowFiveSecondsIsNoStep() {
    wall = wall.plusSeconds(4);
    guard.look();
    assertThat(renewed).isEmpty();
    assertThat(guard.isAlarmed()).isFalse();
  }

  @Test
  void whatIsOnTheWireIsInWholeMilliseconds() {
    nanos += 1_234_567;
    assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
    uptime += time.toMillis() / 1000.0;
  }
}
