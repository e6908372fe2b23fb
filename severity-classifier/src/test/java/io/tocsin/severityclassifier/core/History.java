package io.tocsin.severityclassifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.ExampleAlert;
import io.tocsin.severityclassifier.ExamplePolicies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one alert in the order of the log, through the classifier and its memory. */
final class History {
  private static final JsonSerde<Route> STORED = new JsonSerde<>(Route.class);

  private final List<ExampleAlert> log = new ArrayList<>();
  private Policies policies = ExamplePolicies.shipped();
  private @Nullable Route route;

  ClassifiedAlert then(ExampleAlert alert) {
    log.add(alert);
    return read(log.size() - 1);
  }

  /** Reads the record at {@code position} once more, as after a crash. */
  ClassifiedAlert read(int position) {
    Classification classification =
        Classifier.classify(
            log.get(position).alert(), position, route, ExampleAlert.NOON, policies);
    if (classification.route() != null) {
      route = stored(classification.route());
    }
    return classification.alert();
  }

  /** The store keeps the value beside its bytes, so both must be the same. */
  private static Route stored(Route written) {
    Route read = STORED.value(STORED.bytes(written));
    assertThat(read).isEqualTo(written);
    return read;
  }

  void policy(Policies reloaded) {
    policies = reloaded;
  }

  @Nullable Route route() {
    return route;
  }
}
