package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that the engine's stream is dead: it does not run although Kafka answers. */
final class StreamWatch {
  static final String ALARM = "stream";

  private final Duration patience;
  private @Nullable Instant notRunningSince;

  StreamWatch(Duration patience) {
    this.patience = patience;
  }

  /**
   * @param state of the stream, as Kafka Streams names it
   * @param kafkaAnswers while it does not, no stream can run, and nothing is said of it
   */
  Optional<Trouble> look(String state, boolean kafkaAnswers, Instant now) {
    if (state.equals("RUNNING") || !kafkaAnswers) {
      notRunningSince = null;
      return Optional.empty();
    }
    Instant since = notRunningSince == null ? now : notRunningSince;
    notRunningSince = since;
    return now.isBefore(since.plus(patience))
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                ALARM,
                "Tocsin decides nothing: the engine's stream has been %s for %d s; restart it"
                    .formatted(state, Duration.between(since, now).toSeconds()),
                Map.of("state", state, "since", since.toString())));
  }
}
