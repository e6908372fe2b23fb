package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.util.List;

/**
 * One rung of a ladder (RUN-08.2).
 *
 * @param role the contact who is called
 * @param by the methods, tried in order: the next one at once when one fails
 * @param patience how long this rung has to acknowledge before the next is called (RUN-08.1f)
 * @param whenUnknown whether it is called for P1-unknown too
 */
public record Rung(String role, List<Channel> by, Duration patience, boolean whenUnknown) {
  public Rung {
    by = List.copyOf(by);
  }
}
