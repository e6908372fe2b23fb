package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Policies;
import java.util.Optional;
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
    return remembered.holds(position)
        ? again(alert, position, remembered, absorbed, policies)
        : later(alert, position, remembered, absorbed, policies);
  }

  private static Routing first(Alert alert, long position, Policies policies) {
    Destination destination = Destination.of(alert, policies);
    boolean leavesTrace = alert.signal() != Signal.NOTICE;
    return new Routing(
        destination, leavesTrace ? Route.begin(destination, alert, position) : null, null);
  }

  private static Routing again(
      Alert alert, long position, Route remembered, @Nullable Reason absorbed, Policies policies) {
    boolean wentItsOwnWay = absorbed != null && !remembered.pinned();
    Destination destination =
        Optional.of(remembered)
            .filter(route -> !wentItsOwnWay)
            .flatMap(route -> route.destinationOf(alert, position))
            .orElseGet(() -> Destination.of(alert, policies));
    return new Routing(destination, remembered, absorbed);
  }

  private static Routing later(
      Alert alert, long position, Route remembered, @Nullable Reason absorbed, Policies policies) {
    boolean follows = !alert.signal().isFiring() || remembered.isPinned(alert.receivedAt());
    Destination destination =
        follows ? remembered.leg().destination() : Destination.of(alert, policies);
    Route next;
    if (alert.signal() == Signal.RECOVERED) {
      next = remembered.recovered(alert, position);
    } else if (!alert.signal().isFiring() || absorbed != null) {
      next = remembered.heard(alert, position);
    } else if (follows) {
      next = remembered.fired(alert, position);
    } else {
      next = remembered.turned(destination, alert, position);
    }
    return new Routing(destination, next, absorbed);
  }
}
