package io.tocsin.alertingest.core.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What CloudWatch says of an alarm, whichever way it came.
 *
 * @param description the operator's own words
 * @param contributor which of the things that one alarm watches, where it tells them apart
 * @param tags of the alarm
 */
record Alarm(
    AlarmArn arn,
    Change change,
    Watched watched,
    Optional<String> description,
    Optional<String> contributor,
    List<Pair> tags) {

  Alarm {
    tags = List.copyOf(tags);
  }

  /**
   * @param state {@code ALARM}, {@code OK} or {@code INSUFFICIENT_DATA}
   * @param before the state that it was in
   * @param reason CloudWatch's words, with the values that decided
   * @param at when it changed
   * @param suppressedBy what kept the alarm from acting in AWS, where something did
   */
  record Change(
      String state,
      Optional<String> before,
      String reason,
      Optional<Instant> at,
      Optional<String> suppressedBy) {}

  /** A dimension or a tag. */
  record Pair(String name, String value) {}
}
