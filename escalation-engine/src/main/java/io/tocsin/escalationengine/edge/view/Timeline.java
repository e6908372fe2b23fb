package io.tocsin.escalationengine.edge.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to an incident, in order.
 *
 * @param revision the sequence number of the last entry, 0 when there is none
 * @param complete whether it reaches the revision that was asked for
 * @param next the offset at which a later reading goes on; -1 when none was found
 */
public record Timeline(List<TimelineEntry> entries, long revision, boolean complete, long next) {
  static final Timeline EMPTY = new Timeline(List.of(), 0, false, -1);

  public Timeline {
    entries = List.copyOf(entries);
  }

  Timeline and(TimelineEntry entry, long offset) {
    List<TimelineEntry> longer = new ArrayList<>(entries);
    longer.add(entry);
    return new Timeline(longer, Math.max(revision, entry.sequence()), complete, offset + 1);
  }

  Timeline upTo(long wanted) {
    return new Timeline(entries, revision, revision >= wanted, next);
  }
}
