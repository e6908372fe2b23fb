package io.tocsin.alertingest.core.sns;

import io.tocsin.alertingest.core.aws.AwsTime;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a message's time may be from ours: one that was recorded is of no use later.
 *
 * @param past SNS repeats a delivery for up to an hour
 * @param ahead how far clocks may differ
 */
public record ReplayWindow(Duration past, Duration ahead) {
  public ReplayWindow {
    if (past.isNegative() || ahead.isNegative()) {
      throw new IllegalArgumentException("a replay window has no negative side");
    }
  }

  /** Whether {@code envelope} may have been sent now; one without a time may not. */
  public boolean holds(Envelope envelope, Instant now) {
    return AwsTime.parse(envelope.timestamp())
        .filter(sent -> !sent.isBefore(now.minus(past)) && !sent.isAfter(now.plus(ahead)))
        .isPresent();
  }
}
