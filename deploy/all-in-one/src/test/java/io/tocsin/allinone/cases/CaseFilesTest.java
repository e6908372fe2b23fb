package io.tocsin.allinone.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.contracts.policy.PolicyRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-keys",
        "wrong-values",
        "wrong-times",
        "what-is-to-come",
        "steps-and-expectations",
        "webhooks",
        "no-yaml"
      })
  void everythingThatIsWrongIsToldAtOnceWithItsPlaceAndARemedy(String name) {
    PolicyRejected rejected =
        catchThrowableOfType(
            PolicyRejected.class, () -> Shop.cases(Golden.text("bad/" + name + ".yaml")));
    assertThat(rejected).isNotNull();
    Golden.compare("bad/" + name + ".txt", rejected.getMessage() + "\n");
  }

  @Test
  void localTimesAreOfTheTeamsZone() throws PolicyRejected {
    Case read = only("at: 2026-11-24T03:00", "expect: [{at: +90m, state: none}]");
    assertThat(read.start()).isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
    assertThat(read.expected().get(0).from()).isEqualTo(Instant.parse("2026-11-24T03:30:00Z"));
  }

  @Test
  void aTimeThatComesTwiceIsTakenWithItsOffset() throws PolicyRejected {
    Case read = only("at: 2026-10-25T02:30+01:00", "expect: [{at: +1m, state: none}]");
    assertThat(read.start()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Test
  void aCaseEndsWithTheLastThingThatItSpeaksOf() throws PolicyRejected {
    Case read =
        only(
            "at: 2026-11-24T03:00",
            "expect: [{at: +2m, within: 10s, page: lead}, {from: +3m, to: +1h, silence: true}]");
    assertThat(Duration.between(read.start(), read.until())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anAlertWithAKeyThatWasGivenSpeaksOfTheSameAgain() throws PolicyRejected {
    Case read =
        only(
            "at: 2026-11-24T03:00",
            "expect: [{at: +1m, state: none}]",
            "given:",
            "  - alert: {key: a, service: shop, title: The shop is down, labels: {x: '1'}}",
            "  - {at: +1m, alert: {key: a, labels: {y: '2'}}}",
            "  - {at: +2m, recovered: a}");
    List<io.tocsin.contracts.events.Alert> alerts =
        read.given().stream().map(step -> ((Step.Sent) step.given()).alerts().get(0)).toList();
    assertThat(alerts).extracting(it -> it.key()).containsOnly(alerts.get(0).key());
    assertThat(alerts).extracting(it -> it.id()).doesNotHaveDuplicates();
    assertThat(alerts.get(1).labels()).containsOnlyKeys("x", "y");
    assertThat(alerts.get(2).title()).isEqualTo("The shop is down");
  }

  private static Case only(String... lines) throws PolicyRejected {
    String given =
        List.of(lines).contains("given:")
            ? ""
            : "    given: [{alert: {service: shop, title: The shop is down}}]\n";
    return Shop.cases(
            "cases:\n  - name: A case\n    " + String.join("\n    ", lines) + "\n" + given)
        .get(0);
  }
}
