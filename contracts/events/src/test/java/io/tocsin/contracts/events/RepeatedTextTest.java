package io.tocsin.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What records say again and again is kept once. */
class RepeatedTextTest {
  private static final String REASON = "no rule matched: datadog-rx sends P2 by default";

  @Test
  void twoRecordsThatSayTheSameShareTheText() {
    assertThat(read(REASON)).isSameAs(read(REASON));
    assertThat(ContractJson.MAPPER.readValue("[\"ticket\",\"ticket\"]", String[].class))
        .satisfies(read -> assertThat(read[0]).isSameAs(read[1]));
    assertThat(IncidentId.parse("RX-1").team().value())
        .isSameAs(IncidentId.parse("RX-2").team().value());
  }

  @Test
  void everyTextIsReadAsItIsHoweverManyThereAre() {
    List<String> texts = IntStream.range(0, 50_000).mapToObj(n -> "svc-a-" + n).toList();
    assertThat(texts).allSatisfy(text -> assertThat(read(text)).isEqualTo(text));
    assertThat(read("x".repeat(10_000))).hasSize(10_000);
    assertThat(read("")).isEmpty();
  }

  @Test
  void whatIsMissingStaysMissing() {
    assertThat(ContractJson.MAPPER.readValue("{\"name\":null}", Reason.class).name()).isNull();
  }

  private static String read(String text) {
    return ContractJson.MAPPER.readValue("\"" + text + "\"", String.class);
  }
}
