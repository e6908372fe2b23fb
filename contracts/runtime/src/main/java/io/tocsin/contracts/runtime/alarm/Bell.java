package io.tocsin.contracts.runtime.alarm;

import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When one trouble rings: at once, again each interval while it lasts, and once more to say that it
 * is over. Looked at by one thread, as often as it likes.
 */
public final class Bell {
  private static final Logger log = LoggerFactory.getLogger(Bell.class);

  /** After nobody took it. */
  private static final Duration NEXT_TRY = Duration.ofSeconds(10);

  private final SelfAlarm alarm;
  private final String name;
  private final Duration every;
  private @Nullable Instant rang;
  private boolean perhapsRang;
  private Instant notBefore = Instant.MIN;

  /**
   * @param every how long after the last ring it rings again
   * @param rang when it last rang, if it was ringing when the process ended
   */
  public Bell(SelfAlarm alarm, String name, Duration every, @Nullable Instant rang) {
    this.alarm = alarm;
    this.name = name;
    this.every = every;
    this.rang = rang;
  }

  /** When it last rang; empty while there is no trouble. */
  public Optional<Instant> rang() {
    return Optional.ofNullable(rang);
  }

  /** Rings or clears if it is time to. */
  public void look(Optional<Trouble> trouble, Instant now) {
    Instant last = rang;
    boolean due =
        trouble.isPresent()
            ? last == null || !now.isBefore(last.plus(every))
            : last != null || perhapsRang;
    if (!due || now.isBefore(notBefore)) {
      return;
    }
    try {
      if (trouble.isPresent()) {
        log.error("{}", trouble.get().summary());
        alarm.ring(trouble.get());
        rang = now;
      } else {
        alarm.clear(name);
        rang = null;
        perhapsRang = false;
        log.info("the alarm '{}' is over", name);
      }
      notBefore = Instant.MIN;
    } catch (AlarmFailed e) {
      notBefore = now.plus(NEXT_TRY);
      // a provider that did not answer in time may ring all the same
      perhapsRang |= e.getCause() != null;
      log.error("the alarm '{}' reached nobody: {}", name, e.getMessage());
    }
  }
}
