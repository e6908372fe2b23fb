package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Milestones;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident's milestones while one event is folded into it. */
final class Dates {
  private final Milestones before;
  @Nullable Instant acknowledgedAt;
  @Nullable Instant monitoringAt;
  @Nullable Instant endedAt;
  @Nullable Instant assessedAt;
  @Nullable Instant ticketedAt;
  @Nullable Instant toldAt;
  @Nullable Instant closedAt;

  Dates(Milestones before) {
    this.before = before;
    this.acknowledgedAt = before.acknowledgedAt();
    this.monitoringAt = before.monitoringAt();
    this.endedAt = before.endedAt();
    this.assessedAt = before.assessedAt();
    this.ticketedAt = before.ticketedAt();
    this.toldAt = before.toldAt();
    this.closedAt = before.closedAt();
  }

  Milestones changedAt(Instant at) {
    return new Milestones(
        before.startedAt(),
        before.openedAt(),
        acknowledgedAt,
        monitoringAt,
        endedAt,
        assessedAt,
        ticketedAt,
        toldAt,
        closedAt,
        at);
  }
}
