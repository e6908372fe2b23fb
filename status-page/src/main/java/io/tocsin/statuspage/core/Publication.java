package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;

/**
 * What the public sees while {@code incidents} is read. At every start the topic is read from its
 * beginning; until that has come to the present the page goes on showing what it showed before, or
 * a past that is over would be published again. From then on what the topic says is what is. Safe
 * for threads.
 */
public final class Publication {
  private final StatusBoard board;
  private boolean upToDate;
  private volatile PublicState current;

  /**
   * @param history what is kept of the past
   * @param before what was published when the process last ended
   */
  public Publication(Disclosure disclosure, History history, PublicState before) {
    this.board = new StatusBoard(disclosure, history);
    this.current = before;
  }

  /** Takes an incident as it is by now; shown with the next {@link #publish}. */
  public synchronized void apply(Incident incident) {
    board.apply(incident);
  }

  /** Takes a tombstone: there is no such incident any more. */
  public synchronized void remove(IncidentId id) {
    board.remove(id);
  }

  /** The topic was read to its end: what is known may be shown. */
  public synchronized void caughtUp() {
    upToDate = true;
  }

  /** Shows what is known, once that is the present. */
  public synchronized void publish(Instant now) {
    board.letGo(now);
    if (upToDate) {
      current = current.showing(board.listed(), now);
    }
  }

  /** What is published. */
  public PublicState current() {
    return current;
  }
}
