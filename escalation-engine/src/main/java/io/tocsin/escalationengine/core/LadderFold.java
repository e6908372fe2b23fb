package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.TimerName;

/** What calling people does to an incident. */
final class LadderFold {
  private LadderFold() {}

  static void roundStarted(Draft draft, IncidentChange.RoundStarted change, IncidentEvent event) {
    draft.ladder = new Ladder(change.round(), -1, 0, draft.ladder.calledAt(), false, false);
    draft.at(TimerName.LADDER, null);
  }

  static void rungCalled(Draft draft, IncidentChange.RungCalled change, IncidentEvent event) {
    Ladder before = draft.ladder;
    boolean sameRung = before.rung() == change.rung() && before.calledAt() != null;
    draft.ladder =
        new Ladder(
            change.round(),
            change.rung(),
            change.method(),
            sameRung ? before.calledAt() : event.at(),
            before.reached(),
            false);
    draft.pageCount = change.page();
    draft.pages.add(
        new Page(
            change.page(),
            NotificationId.of(draft.id, event.sequence(), change.channel(), change.recipient()),
            change.channel(),
            change.recipient(),
            false));
    draft.at(TimerName.LADDER, change.next());
  }

  /** A call that no provider took rang nobody: a relapse need not wait for it. */
  static void neverCalled(Draft draft) {
    Ladder before = draft.ladder;
    draft.ladder =
        new Ladder(before.round(), before.rung(), before.method(), null, false, before.ended());
  }

  static void rungPassed(Draft draft, IncidentChange.RungPassed change, IncidentEvent event) {
    Ladder before = draft.ladder;
    draft.ladder =
        new Ladder(change.round(), change.rung(), 0, before.calledAt(), before.reached(), false);
  }

  static void deferred(Draft draft, IncidentChange.LadderDeferred change, IncidentEvent event) {
    draft.at(TimerName.LADDER, change.until());
  }

  static void ended(Draft draft, IncidentChange.LadderEnded change, IncidentEvent event) {
    Ladder before = draft.ladder;
    draft.ladder =
        new Ladder(
            before.round(),
            before.rung(),
            before.method(),
            before.calledAt(),
            before.reached(),
            true);
    draft.at(TimerName.LADDER, change.again());
  }

  static void pageSettled(Draft draft, IncidentChange.PageSettled change, IncidentEvent event) {
    draft.pages.stream()
        .filter(page -> page.notification().equals(change.notification()))
        .findFirst()
        .ifPresent(page -> settle(draft, page, change.outcome()));
  }

  /**
   * An accepted page takes the place of its recipient's older ones. One whose fate is unknown
   * stays, to be acknowledged and resolved with the others; so does one that rang, whether or not
   * somebody heard it: whoever was rung is told who has it.
   */
  private static void settle(Draft draft, Page page, DeliveryReceipt.Outcome outcome) {
    int place = draft.pages.indexOf(page);
    boolean rang =
        outcome == DeliveryReceipt.Outcome.ARRIVED || outcome == DeliveryReceipt.Outcome.HEARD;
    if (outcome == DeliveryReceipt.Outcome.UNKNOWN || rang || page.accepted()) {
      return;
    }
    if (outcome != DeliveryReceipt.Outcome.DELIVERED) {
      draft.pages.remove(place);
      return;
    }
    draft.pages.set(
        place, new Page(page.n(), page.notification(), page.channel(), page.recipient(), true));
    draft.pages.removeIf(older -> Pages.isReplacedBy(older, page));
    Ladder before = draft.ladder;
    draft.ladder =
        new Ladder(
            before.round(),
            before.rung(),
            before.method(),
            before.calledAt(),
            true,
            before.ended());
  }
}
