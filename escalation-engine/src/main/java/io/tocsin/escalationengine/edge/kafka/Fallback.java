package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an alert becomes when it cannot be decided as it is. */
final class Fallback {
  private Fallback() {}

  /**
   * P1-unknown (at most P4 outside production, MED-env) in a group of its own, so that whatever
   * state made it fail is not met again.
   */
  static ClassifiedAlert unknown(ClassifiedAlert failed, Exception why) {
    return new ClassifiedAlert(
        failed.alert(),
        failed.team(),
        failed.service(),
        key(failed),
        Alert.PRODUCTION.equals(failed.alert().environment()) ? Severity.P1 : Severity.P4,
        true,
        true,
        new Reason("undecided", "the engine could not decide it: " + why.getMessage()),
        Set.of(),
        Evidence.NONE,
        List.of(),
        null,
        failed.policy(),
        failed.classifiedAt());
  }

  /** The group of its own: where its recovery finds it too. */
  static GroupingKey key(ClassifiedAlert failed) {
    return GroupingKey.of(
        failed.team(),
        failed.service(),
        failed.alert().environment(),
        Map.of("undecided", failed.alert().key().toString()));
  }

  /** Where an alert that lies in {@code dead-letters} ended, as far as it can be read. */
  static Optional<AlertDisposition> disposition(
      String topic, byte[] value, Reason reason, Instant now) {
    if (!topic.equals(Topics.CLASSIFIED_ALERTS.name()) || value == null) {
      return Optional.empty();
    }
    try {
      ClassifiedAlert alert = Topics.CLASSIFIED_ALERTS.serde().value(value);
      return Optional.of(
          new AlertDisposition(
              alert.alert().id(),
              alert.alert().key(),
              alert.team(),
              AlertDisposition.Outcome.DEAD_LETTERED,
              null,
              reason,
              now));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
