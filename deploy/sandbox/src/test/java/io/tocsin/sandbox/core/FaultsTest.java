package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

  private final Faults faults = new Faults();

  @Test
  void aFaultConcernsAsManyRequestsAsItSays() {
    faults.add(status(Provider.PAGERDUTY, 500, 2));

    assertThat(faults.next(Provider.PAGERDUTY)).isPresent();
    assertThat(faults.pending()).containsExactly(status(Provider.PAGERDUTY, 500, 1));
    assertThat(faults.next(Provider.PAGERDUTY)).isPresent();
    assertThat(faults.next(Provider.PAGERDUTY)).isEmpty();
  }

  @Test
  void aFaultConcernsItsProviderOnly() {
    faults.add(status(Provider.SLACK, 500, 1));
    assertThat(faults.next(Provider.PAGERDUTY)).isEmpty();
  }

  @Test
  void faultsComeInTheOrderTheyWereAsked() {
    faults.add(status(Provider.PAGERDUTY, 500, 2));
    faults.add(status(Provider.PAGERDUTY, 429, 1));

    assertThat(faults.next(Provider.PAGERDUTY).orElseThrow().status()).isEqualTo(500);
    assertThat(faults.next(Provider.PAGERDUTY).orElseThrow().status()).isEqualTo(500);
    assertThat(faults.next(Provider.PAGERDUTY).orElseThrow().status()).isEqualTo(429);
  }

  @Test
  void onlyAnErrorStatusKeepsTheProviderFromTakingTheRequest() {
    assertThat(status(Provider.PAGERDUTY, 400, 1).refuses()).isTrue();
    assertThat(status(Provider.PAGERDUTY, 202, 1).refuses()).isFalse();
    assertThat(new Fault(Provider.PAGERDUTY, null, null, 50, true, false, 1).refuses()).isFalse();
  }

  @Test
  void anOrderIsReadWhole() {
    Map<String, Object> order = order();
    order.put("body", "busy");
    order.put("delayMs", 250);
    order.put("dropConnection", true);
    order.put("forget", true);

    assertThat(FaultReading.of(order).fault())
        .contains(new Fault(Provider.PAGERDUTY, 503, "busy", 250, true, true, 3));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "provider, pager, 'provider' must be one of pagerduty",
        "status, 99, 'status' must be a whole number from 200 to 599",
        "status, 600, 'status' must be a whole number from 200 to 599",
        "delayMs, -1, 'delayMs' must be a whole number from 0 to 600000",
        "count, 0, 'count' must be a whole number from 1 to 1000000",
        "dropConnection, yes, 'dropConnection' must be true or false",
        "delay, 5, 'delay' is unknown",
      })
  void aWrongOrderIsRefusedWithWhatIsAllowed(String name, String value, String error) {
    Map<String, Object> order = order();
    order.put(name, value.matches("-?\\d+") ? Integer.valueOf(value) : value);

    FaultReading reading = FaultReading.of(order);

    assertThat(reading.fault()).isEmpty();
    assertThat(reading.errors()).singleElement().asString().startsWith(error);
  }

  @Test
  void anOrderMustSayHowManyAndWhatGoesWrong() {
    Map<String, Object> order = order();
    order.remove("count");
    assertThat(FaultReading.of(order).errors())
        .containsExactly("'count' is missing: say how many requests get the fault");

    assertThat(FaultReading.of(Map.of("provider", "slack", "count", 1)).errors())
        .singleElement()
        .asString()
        .startsWith("nothing would go wrong");
  }

  @Test
  void onlyPagerDutyForgets() {
    Map<String, Object> order = Map.of("provider", "slack", "forget", true, "count", 1);

    assertThat(FaultReading.of(order).errors()).containsExactly("'forget' is for pagerduty alone");
  }

  private static Map<String, Object> order() {
    return new HashMap<>(Map.of("provider", "PagerDuty", "status", 503, "count", 3));
  }

  private static Fault status(Provider provider, int status, int count) {
    return new Fault(provider, status, null, 0, false, false, count);
  }
}
