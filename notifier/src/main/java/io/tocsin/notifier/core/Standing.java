package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Incident;

/**
 * What the notifier knows of an incident, as far as it must to tell whether a page is still wanted.
 *
 * @param revision the sequence number of the last event that we have seen
 * @param quietedAt the revision at which pages ceased to be wanted, 0 if never
 */
public record Standing(long revision, long quietedAt, boolean isOver) {

  public static Standing of(Incident incident) {
    return new Standing(
        incident.revision(), incident.response().quietedAt(), incident.state().isOver());
  }
}
