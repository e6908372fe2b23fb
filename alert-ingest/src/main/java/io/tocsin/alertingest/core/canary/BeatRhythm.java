package io.tocsin.alertingest.core.canary;

import java.time.Duration;
import java.time.Instant;

/** When our heart beats outwards: each interval, and only while canaries come through. */
public final class BeatRhythm {
  private static final Duration NEXT_TRY = Duration.ofSeconds(10);

  private final Duration every;
  private Instant next = Instant.MIN;

  public BeatRhythm(Duration every) {
    this.every = every;
  }

  public boolean isDue(CanaryStanding standing, Instant now) {
    return standing.isWell() && !now.isBefore(next);
  }

  /** It was heard. */
  public void beat(Instant now) {
    next = now.plus(every);
  }

  /** Nobody took it: sooner again than the next one. */
  public void missed(Instant now) {
    next = now.plus(every.compareTo(NEXT_TRY) < 0 ? every : NEXT_TRY);
  }
}
