package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What the notifier knows of an incident, as far as it must to tell whether a page is still wanted
 * and who has it.
 *
 * @param revision the sequence number of the last event that we have seen
 * @param quietedAt the revision at which pages ceased to be wanted, 0 if never
 * @param owner the id of who has it; null while nobody has
 */
public record Standing(long revision, long quietedAt, boolean isOver, @Nullable String owner) {

  public static Standing of(Incident incident) {
    Actor owner = incident.response().owner();
    return new Standing(
        incident.revision(),
        incident.response().quietedAt(),
        incident.state().isOver(),
        owner == null ? null : owner.id());
  }
}
