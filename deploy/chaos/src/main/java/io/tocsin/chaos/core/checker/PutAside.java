package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.contracts.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What was put aside for a person: {@code quarantine} and {@code dead-letters}. */
final class PutAside {
  private PutAside() {}

  /** Whether a body with {@code word} was put aside. */
  static boolean holds(Evidence evidence, String word) {
    return !word.isEmpty() && bodies(evidence).anyMatch(body -> body.contains(word));
  }

  private static Stream<String> bodies(Evidence evidence) {
    return Stream.of(Topics.QUARANTINE, Topics.DEAD_LETTERS)
        .flatMap(topic -> evidence.history().records().values(topic))
        .map(rejected -> new String(rejected.raw(), StandardCharsets.UTF_8));
  }
}
