package io.tocsin.notifier.edge.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Samples;
import io.tocsin.notifier.edge.callback.Decision;
import io.tocsin.notifier.edge.callback.Given;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that PagerDuty itself sent; those of 2021 name no key. */
@Tag("RUN-04.1b")
class PagerDutySamplesTest {
  private final PagerDutyReceiver receiver = Webhooks.receiver("");

  /** Made with another program over the bytes of the sample. */
  @ParameterizedTest
  @CsvSource({
    "test-secret-1, 03ebd66a4c6b292c7029f386b00e64baa8594018251cc2c0e3f8d61b422c2ef4, true",
    "test-secret-2, 8b00c845c2ca112a420404c2b47fe578bbebabc7abf262fbfabae4f84b1b1e4c, true",
    "test-secret-2, 03ebd66a4c6b292c7029f386b00e64baa8594018251cc2c0e3f8d61b422c2ef4, false"
  })
  void itsSignatureIsOverTheBytesThatCame(String secret, String proof, boolean genuine) {
    assertThat(
            Webhooks.receiver(secret)
                .isGenuine(
                    Given.callback(
                        "/callbacks/pagerduty",
                        sample("acknowledged"),
                        Map.of("X-PagerDuty-Signature", "v1=" + proof))))
        .isEqualTo(genuine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triggered",
        "acknowledged",
        "unacknowledged",
        "resolved",
        "docs-priority_updated",
        "docs-service_updated"
      })
  void whatIsAboutNoIncidentOfOursIsLeftAlone(String name) {
    assertThat(decide(sample(name)).command()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledged, PQ1K5C8, acknowledge",
    "unacknowledged, PQ1K5C8, unacknowledge",
    "resolved, PCPZE64, report-recovery"
  })
  void aDeedOnAnIncidentThatWasSeenBeforeIsACommand(String name, String id, String action) {
    decide(Webhooks.of("triggered").replace("PT4KHLK", id));
    IncidentCommand command = decide(sample(name)).command().orElseThrow();
    assertThat(command.action().wireName()).isEqualTo(action);
    assertThat(command.incident()).isEqualTo(Fixtures.incident(142));
    assertThat(command.by()).isEqualTo(new Actor("pagerduty:PJ0LVEB", "pagerduty"));
  }

  @Test
  void whatPagerDutyItselfTriggeredIsNoDeed() {
    decide(Webhooks.of("triggered").replace("PT4KHLK", "PFQZPSY"));
    assertThat(decide(sample("triggered")).command()).isEmpty();
  }

  private static String sample(String name) {
    return Samples.text("pagerduty/webhook-v3-" + name + ".json");
  }

  private Decision decide(String body) {
    return Webhooks.decide(receiver, body);
  }
}
