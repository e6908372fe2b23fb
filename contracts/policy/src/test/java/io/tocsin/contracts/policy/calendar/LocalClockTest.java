package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RUN-13")
class LocalClockTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "Africa/Cairo, 2026-04-24T00:30, 2026-04-23T22:00:00Z, 2026-04-23T22:00:00Z, skipped",
    "Africa/Cairo, 2026-10-29T23:30, 2026-10-29T20:30:00Z, 2026-10-29T21:30:00Z, shown twice",
    "Africa/Cairo, 2026-10-29T23:00, 2026-10-29T20:00:00Z, 2026-10-29T20:00:00Z, before it repeats",
    "Africa/Cairo, 2026-10-30T00:00, 2026-10-29T22:00:00Z, 2026-10-29T22:00:00Z, after it repeated",
    "Asia/Kolkata, 2026-10-30T00:00, 2026-10-29T18:30:00Z, 2026-10-29T18:30:00Z, as ever"
  })
  void aTimeIsReachedFirstAndPassedLast(
      ZoneId zone, LocalDateTime time, Instant first, Instant last, String why) {
    LocalClock clock = LocalClock.in(zone);
    assertThat(clock.first(time)).as("first, " + why).isEqualTo(first);
    assertThat(clock.last(time)).as("last, " + why).isEqualTo(last);
  }
}
