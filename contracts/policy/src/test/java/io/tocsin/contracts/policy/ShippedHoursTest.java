package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.calendar.BusinessHours;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hours the shipped policies name; how hours work is shown beside {@code BusinessHours}. */
@Tag("RUN-13")
class ShippedHoursTest {
  private static final BusinessHours CAIRO = Shipped.digitalPrescriptions().businessHours();
  private static final BusinessHours NEW_YORK =
      Shipped.POLICIES.team(new TeamCode("HP")).orElseThrow().businessHours();

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "2026-11-22T07:00:00Z, true, Sunday 09:00 in Cairo",
    "2026-11-26T15:00:00Z, false, Thursday 17:00 is after work",
    "2026-11-27T10:00:00Z, false, Friday is no working day",
    "2026-11-28T10:00:00Z, false, nor is Saturday"
  })
  void egyptWorksFromSundayToThursday(Instant now, boolean open, String why) {
    assertThat(CAIRO.isOpen(now)).as(why).isEqualTo(open);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "2026-03-06T23:00:00Z, 2026-03-09T13:00:00Z, summer time begins over the weekend",
    "2026-10-30T22:00:00Z, 2026-11-02T14:00:00Z, summer time ends over the weekend",
    "2026-11-22T10:00:00Z, 2026-11-23T14:00:00Z, Sunday waits for Monday"
  })
  void theNextOpeningInNewYorkIs(Instant now, Instant opening, String why) {
    assertThat(NEW_YORK.nextOpen(now)).as(why).isEqualTo(opening);
    assertThat(NEW_YORK.isOpen(opening)).isTrue();
    assertThat(NEW_YORK.isOpen(opening.minusSeconds(1))).isFalse();
  }
}
