package io.tocsin.severityclassifier.core;

import static io.tocsin.severityclassifier.ExampleAlert.recovered;
import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Signal;
import io.tocsin.severityclassifier.ExampleAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At-least-once is enough: records that are read again go where they went, and change nothing. */
class ReprocessingTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("histories")
  void readingAnyTailAgainGivesTheSameResultAndTheSameMemory(
      String name, List<ExampleAlert> records) {
    for (int from = 0; from < records.size(); from++) {
      History history = new History();
      List<ClassifiedAlert> once = records.stream().map(history::then).toList();
      Route remembered = history.route();

      List<ClassifiedAlert> again = new ArrayList<>();
      for (int position = from; position < records.size(); position++) {
        again.add(history.read(position));
      }

      assertThat(again).as("from record %d", from).isEqualTo(once.subList(from, once.size()));
      assertThat(history.route()).isEqualTo(remembered);
    }
  }

  static Stream<Arguments> histories() {
    ExampleAlert late = triggered().occurred(ofMinutes(-1)).received(ofMinutes(2));
    return Stream.of(
        Arguments.of("one trigger", List.of(triggered())),
        Arguments.of(
            "a trigger and its recovery", List.of(triggered(), recovered().at(ofMinutes(1)))),
        Arguments.of("a recovery, then its trigger", List.of(recovered().at(ofMinutes(1)), late)),
        Arguments.of(
            "a recovery without tags, then a newer trigger",
            List.of(recovered(), triggered().at(ofMinutes(1)))),
        Arguments.of(
            "a recovery, its trigger, and a newer one",
            List.of(recovered(), late, triggered().at(ofMinutes(3)))),
        Arguments.of(
            "two rounds, the second routed afresh",
            List.of(
                triggered().label("host", "a"),
                recovered().at(ofMinutes(1)),
                triggered().label("host", "b").at(ofMinutes(30)),
                recovered().at(ofMinutes(31)))),
        Arguments.of(
            "a second recovery of its own, and a late trigger",
            List.of(
                triggered(),
                recovered().at(ofMinutes(1)),
                recovered().at(ofMinutes(40)),
                triggered().occurred(ofMinutes(39)).received(ofMinutes(41)))),
        Arguments.of(
            "a notice between",
            List.of(
                triggered(),
                triggered().signal(Signal.NOTICE).at(ofMinutes(1)),
                recovered().at(ofMinutes(2)),
                recovered().at(ofMinutes(2)))));
  }
}
