package io.tocsin.statuspage.core;

import java.time.Instant;
import java.util.List;

/**
 * What is published: what a snapshot keeps and every page is made of.
 *
 * @param since when this page began to be
 * @param changedAt when it last showed something new
 * @param incidents unresolved ones and what the history keeps of those resolved, latest start first
 */
public record PublicState(Instant since, Instant changedAt, List<PublicIncident> incidents) {

  public PublicState {
    incidents = incidents == null ? List.of() : List.copyOf(incidents);
  }

  /** A page that has shown nothing yet. */
  public static PublicState begunAt(Instant now) {
    return new PublicState(now, now, List.of());
  }

  /** The same page showing {@code shown}; its time moves only if that is something else. */
  public PublicState showing(List<PublicIncident> shown, Instant now) {
    return shown.equals(incidents) ? this : new PublicState(since, now, shown);
  }
}
