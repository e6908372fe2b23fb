package io.tocsin.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;

class WireTimeTest {

  @Property
  void whatIsWrittenIsReadToTheNanosecond(@ForAll("times") Instant time) {
    assertThat(read(ContractJson.MAPPER.writeValueAsString(time))).isEqualTo(time);
  }

  @Provide
  Arbitrary<Instant> times() {
    long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    return Arbitraries.longs()
        .between(first, last)
        .flatMap(
            second ->
                Arbitraries.of(1, 1_000, 1_000_000, 1_000_000_000)
                    .flatMap(
                        step ->
                            Arbitraries.longs()
                                .between(0, 999_999_999 / step)
                                .map(part -> Instant.ofEpochSecond(second, part * step))));
  }

  @Example
  void aTimeOfAnotherZoneIsTheSameInstant() {
    assertThat(read("\"2026-11-22T23:30:00+01:00\""))
        .isEqualTo(Instant.parse("2026-11-22T22:30:00Z"));
  }

  @Example
  void secondsSinceTheEpochAreATime() {
    assertThat(read("1795385400")).isEqualTo(Instant.ofEpochSecond(1_795_385_400));
  }

  @Example
  void whatIsNoTimeIsRefused() {
    for (String wrong :
        new String[] {"2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "Z", "soonZ"}) {
      assertThatThrownBy(() -> read('"' + wrong + '"'))
          .as(wrong)
          .isInstanceOf(JacksonException.class)
          .hasMessageContaining(wrong);
    }
  }

  private static Instant read(String json) {
    return ContractJson.MAPPER.readValue(json, Instant.class);
  }
}
