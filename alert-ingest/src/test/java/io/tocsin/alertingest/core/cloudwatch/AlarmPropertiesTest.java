package io.tocsin.alertingest.core.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.alertingest.support.Aws;
import io.tocsin.alertingest.support.Given;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ContractJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever stands in a message, it is an alert that can be stored, or it is put aside. */
@Tag("RUN-03.1b")
class AlarmPropertiesTest {
  private static final JacksonReader JSON = new JacksonReader();
  private static final List<String> NAMES =
      List.of(
          "AlarmName",
          "AlarmDescription",
          "AlarmArn",
          "AWSAccountId",
          "NewStateValue",
          "NewStateReason",
          "OldStateValue",
          "StateChangeTime",
          "AlarmTags",
          "AlarmContributorId",
          "AlarmContributorAttributes",
          "AlarmRule",
          "TriggeringChildren",
          "Trigger",
          "Metrics",
          "MetricStat",
          "Metric",
          "MetricName",
          "Dimensions",
          "Threshold",
          "Expression",
          "name",
          "value",
          "Key",
          "detail-type",
          "source",
          "detail",
          "resources",
          "state",
          "configuration",
          "reasonData",
          "time",
          "id");

  @Property(tries = 150)
  void anyMessageIsAnAlertOrPutAside(@ForAll("objects") Map<String, Object> message) {
    storedOrPutAside(() -> Aws.parse(Aws.enveloped(JSON.write(message))));
    storedOrPutAside(() -> Aws.parseEvent(JSON.write(message)));
  }

  @Property(tries = 150)
  void anyTextIsAnAlertOrPutAside(@ForAll String text) {
    storedOrPutAside(() -> Aws.parse(Aws.enveloped(text)));
    storedOrPutAside(() -> Aws.parse(text));
    storedOrPutAside(() -> Aws.parseEvent(text));
  }

  @Property(tries = 50)
  void theSameAlarmHasOneKeyWhateverItsStateAndReason(
      @ForAll("texts") String name, @ForAll String reason, @ForAll("states") String state) {
    Map<String, Object> alarm = new LinkedHashMap<>();
    alarm.put("AlarmName", "a" + name);
    alarm.put("NewStateValue", "ALARM");
    Alert first = Aws.published(JSON.write(alarm));
    alarm.put("NewStateValue", state);
    alarm.put("NewStateReason", reason);
    Alert second = Aws.published(JSON.write(alarm));

    assertThat(second.key()).isEqualTo(first.key());
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    return object(3);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.of(
            "ALARM",
            "OK",
            "prescription-api",
            "arn:aws:cloudwatch:us-east-1:123456789012:alarm:x",
            "2026-09-21T14:13:20.093+0000",
            "aws.cloudwatch",
            "CloudWatch Alarm State Change",
            "{\"threshold\":1}",
            "{"),
        Arbitraries.of("long ".repeat(5_000), "ü".repeat(20_000)));
  }

  @Provide
  Arbitrary<String> states() {
    return Arbitraries.of("OK", "INSUFFICIENT_DATA", "ALARM");
  }

  private Arbitrary<Map<String, Object>> object(int depth) {
    return Arbitraries.maps(Arbitraries.of(NAMES), value(depth)).ofMaxSize(8);
  }

  private Arbitrary<Object> value(int depth) {
    Arbitrary<Object> text = texts().map(Object.class::cast).injectNull(0.1);
    if (depth == 0) {
      return text;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(4, text),
        Tuple.of(2, Arbitraries.lazy(() -> object(depth - 1).map(it -> it))),
        Tuple.of(1, Arbitraries.lazy(() -> object(depth - 1).list().ofMaxSize(3).map(it -> it))));
  }

  private static void storedOrPutAside(Parsing parsing) {
    try {
      for (Alert alert : parsing.parse().alerts()) {
        byte[] stored = ContractJson.MAPPER.writeValueAsBytes(alert);
        assertThat(ContractJson.MAPPER.readValue(stored, Alert.class)).isEqualTo(alert);
        assertThat(stored).hasSizeLessThan(256 * 1024);
        assertThat(alert.receivedAt()).isEqualTo(Given.NOW);
      }
    } catch (Unreadable e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private interface Parsing {
    ParseResult parse() throws Unreadable;
  }
}
