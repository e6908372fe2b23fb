package io.tocsin.chaos.edge.plan;

import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.edge.system.Target;
import java.time.Duration;
import java.util.Locale;

/**
 * A fault that is to happen.
 *
 * @param at since the load began
 * @param lasts until it is healed; a process that was killed is started again after this
 * @param kind what happens
 * @param target to whom
 * @param variant which of several forms the kind has; each kind reads it in its own way
 */
public record Mishap(Duration at, Duration lasts, Fault.Kind kind, Target target, int variant) {

  @Override
  public String toString() {
    return "%s %s at %.1f s for %.1f s (%d)"
        .formatted(
            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            target.label(),
            at.toMillis() / 1000.0,
            lasts.toMillis() / 1000.0,
            variant);
  }
}
