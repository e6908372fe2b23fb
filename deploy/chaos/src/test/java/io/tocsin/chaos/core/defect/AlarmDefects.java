package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.AlarmKey;
import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can go wrong with what Tocsin says of itself. */
final class AlarmDefects {
  private static final String TRUE = "alarms-are-true";

  private AlarmDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect(
            "an alarm rings before its time",
            TRUE,
            history -> rings(history, it -> since(it, it.at().minusSeconds(1).toString()))),
        new Defect(
            "Kafka refuses an accepted alert for good",
            TRUE,
            history ->
                rings(history, it -> called(it, it.dedupKey().replace("waiting", "set-aside")))),
        new Defect(
            "an alarm is of another installation",
            TRUE,
            history -> rings(history, it -> called(it, "other-tocsin-waiting"))),
        new Defect(
            "an alarm rings for ever",
            TRUE,
            history ->
                Altered.arrivals(
                    history,
                    all ->
                        all.removeIf(it -> isAlarm(it) && it.action() == Arrival.Action.RESOLVE))),
        new Defect(
            "an alarm rings as if it were a page",
            "each-page-was-asked-for",
            history ->
                rings(history, it -> called(it, it.dedupKey().replace("tocsin-", "tocsin_")))));
  }

  private static History rings(History history, UnaryOperator<Arrival> otherwise) {
    return Altered.arrivals(
        history,
        all ->
            all.replaceAll(
                it ->
                    isAlarm(it) && it.action() == Arrival.Action.TRIGGER
                        ? otherwise.apply(it)
                        : it));
  }

  private static boolean isAlarm(Arrival arrival) {
    return AlarmKey.ofDedupKey(arrival.dedupKey()).isPresent();
  }

  private static Arrival called(Arrival it, String key) {
    return PageDefects.copy(it, it.at(), key, it.body());
  }

  private static Arrival since(Arrival it, String oldest) {
    return new Arrival(
        it.at(),
        it.action(),
        it.dedupKey(),
        it.summary(),
        Map.of("oldest", oldest),
        it.taken(),
        it.body());
  }
}
