package io.tocsin.contracts.policy.calendar;

import static io.tocsin.contracts.policy.calendar.Team.ROLE;
import static io.tocsin.contracts.policy.calendar.Team.interval;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of a live role while its source answers, and while it does not. */
@Tag("RUN-08.2")
class OnCallBookTest {
  private static final Instant READ = Instant.parse("2026-11-22T10:00:00Z");
  private static final Reading READING =
      new Reading(
          ROLE,
          List.of(
              new Reading.Planned(
                  "engineer-b", interval("2026-11-23T08:00:00Z", "2026-11-23T20:00:00Z")),
              new Reading.Planned(
                  "engineer-a", interval("2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z"))),
          interval("2026-11-22T08:00:00Z", "2026-11-24T08:00:00Z"),
          READ);
  private static final OnCallBook BOOK = OnCallBook.EMPTY.read(READING);

  @Test
  void aSourceThatNeverAnsweredKnowsNobody() {
    OnCallBook book = OnCallBook.EMPTY.failed(ROLE, READ, "timed out");
    assertThat(book.knows(ROLE)).isFalse();
    assertThat(book.lastKnown(ROLE, READ)).isEmpty();
    assertThat(book.outage(ROLE)).isEqualTo(new Outage(READ, "timed out"));
  }

  @Test
  void thePlanHoldsWhileTheSourceIsAway() {
    OnCallBook book =
        BOOK.failed(ROLE, READ.plusSeconds(60), "timed out")
            .failed(ROLE, READ.plusSeconds(90), "503");
    Instant now = Instant.parse("2026-11-23T09:00:00Z");
    LastKnown known = book.lastKnown(ROLE, now).orElseThrow();
    assertThat(known)
        .isEqualTo(
            new LastKnown("engineer-b", READ, true, new Outage(READ.plusSeconds(60), "503")));
    assertThat(known.age(now)).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void withinThePlanNobodyMeansNobody() {
    assertThat(BOOK.lastKnown(ROLE, Instant.parse("2026-11-23T21:00:00Z")))
        .contains(new LastKnown(null, READ, true, null));
  }

  @Test
  void beyondThePlanWhoHeldItLastKeepsIt() {
    assertThat(BOOK.lastKnown(ROLE, Instant.parse("2026-11-25T00:00:00Z")))
        .contains(new LastKnown("engineer-b", READ, false, null));
  }

  @Test
  void aReadingEndsAnOutage() {
    OnCallBook back = BOOK.failed(ROLE, READ, "timed out").read(READING);
    assertThat(back).isEqualTo(BOOK);
  }

  @Test
  void aReadingThatComesLateChangesNothing() {
    Reading late = new Reading(ROLE, List.of(), READING.covers(), READ.minusSeconds(1));
    assertThat(BOOK.read(late)).isEqualTo(BOOK);
  }

  @Test
  void aLiveRotaIsFilledFromTheBookAndOverridesStillLieOverIt() {
    Rota rota =
        new Rota(
            Team.CAIRO,
            List.of(),
            List.of(Team.override("engineer-c", "2026-11-22T20:00", "2026-11-22T22:00")),
            null,
            "PLIVE01");
    OnCall onCall =
        new OnCall(Team.PEOPLE, Map.of(ROLE, rota), CalendarFiles.NONE, OnCallBook.EMPTY)
            .with(BOOK);
    assertThat(
            onCall.shifts(ROLE, interval("2026-11-22T12:00:00Z", "2026-11-25T00:00:00Z")).stream()
                .map(
                    shift ->
                        shift.when().from() + " " + shift.person() + " by " + shift.holder().why()))
        .containsExactly(
            "2026-11-22T12:00:00Z engineer-a by as read at 2026-11-22T10:00:00Z",
            "2026-11-22T18:00:00Z engineer-c by override 1 (a journey)",
            "2026-11-22T20:00:00Z engineer-a by as read at 2026-11-22T10:00:00Z",
            "2026-11-23T08:00:00Z engineer-b by as read at 2026-11-22T10:00:00Z",
            "2026-11-24T08:00:00Z engineer-b by last known, read at 2026-11-22T10:00:00Z");
  }
}
