package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Policies;
import org.jspecify.annotations.Nullable;

/**
 * Where one record of an alert goes, and what is remembered of the alert after it.
 *
 * <p>Every later record follows the first trigger, also after the policy changed and when a
 * recovery carries no tags, until 15 minutes after the recovery; the next trigger is routed afresh.
 * A recovery that comes before its trigger leaves a tombstone, and absorbs triggers that are not
 * newer than itself for 15 minutes. A record that is read again changes nothing and goes where it
 * went.
 *
 * @param next what to remember; null when there is nothing to
 * @param absorbed why the record has no effect; null when it has
 */
record Routing(Destination destination, @Nullable Route next, @Nullable Reason absorbed) {
  static final Reason OVERTAKEN =
      new Reason(
          "recovered-before-trigger",
          "the recovery of this alert is not older than this trigger, and came before it");

  static Routing of(Alert alert, long position, @Nullable Route remembered, Policies policies) {
    if (remembered == null || remembered.isForgotten(alert.receivedAt())) {
      return first(alert, position, policies);
    }
    Reason absorbed =
        alert.signal().isFiring() && remembered.overtook(alert, position) ? OVERTAKEN : null;
    boolean follows = follows(alert, position, remembered);
    Destination destination = follows ? remembered.destination() : Destination.of(alert, policies);
    if (remembered.holds(position)) {
      return new Routing(destination, remembered, absorbed);
    }
    Route next =
        switch (alert.signal()) {
          case RECOVERED -> remembered.recovered(alert, position);
          case NOTICE -> remembered.heard(alert, position);
          default -> {
            if (absorbed != null) {
              yield remembered.heard(alert, position);
            }
            yield follows
                ? remembered.fired(alert, position)
                : Route.begin(destination, alert, position, remembered.recovery());
          }
        };
    return new Routing(destination, next, absorbed);
  }

  private static Routing first(Alert alert, long position, Policies policies) {
    Destination destination = Destination.of(alert, policies);
    Recovery tombstone =
        alert.signal() == Signal.RECOVERED ? Recovery.of(alert, position, true) : null;
    Route next =
        alert.signal() == Signal.NOTICE
            ? null
            : Route.begin(destination, alert, position, tombstone);
    return new Routing(destination, next, null);
  }

  private static boolean follows(Alert alert, long position, Route remembered) {
    return position >= remembered.since()
        && (!alert.signal().isFiring() || remembered.isPinned(alert.receivedAt()));
  }
}
