package io.tocsin.notifier.edge.pagerduty;

import static io.tocsin.notifier.Fixtures.content;
import static io.tocsin.notifier.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Severity;
import io.tocsin.notifier.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page says in PagerDuty, and how long it may be. */
class PagerDutyWordingTest {
  @Test
  void anUnknownLevelAndALatePageAreSaid() {
    Notification.Content known = content("API errors", "prescription-api");
    Notification.Content unknown =
        Notification.Content.page(
            Severity.P1,
            true,
            known.title(),
            known.service(),
            "production",
            known.startedAt(),
            null);
    assertThat(PagerDutyWording.summary(with(Fixtures.page(142, 1), unknown, 12L)))
        .isEqualTo("[P1-unknown] prescription-api: API errors (12 minutes late)");
  }

  @Test
  void whatWouldHideOrTurnTheTextIsTakenOut() {
    assertThat(
            PagerDutyWording.summary(
                with(
                    Fixtures.page(142, 1),
                    content("a\r\nb\u202Ec\u0007", "prescription-api"),
                    null)))
        .isEqualTo("[P1] prescription-api: a b c");
  }

  @Test
  void detailsThatMakeTheBodyTooLargeGiveWayToANote() {
    PagerDutyEvent event =
        new PagerDutyWording("")
            .trigger(Fixtures.page(142, 1), "routing-key", "key")
            .withDetails(Map.of("reason", "x".repeat(600_000)));
    byte[] body = PagerDutyBody.of(event);
    assertThat(body.length).isLessThan(PagerDutyBody.LIMIT);
    assertThat(new String(body, StandardCharsets.UTF_8)).contains("\"note\"").contains("[P1]");
  }
}
