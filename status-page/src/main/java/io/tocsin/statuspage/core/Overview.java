package io.tocsin.statuspage.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is published, as it is to be read at one moment: the same for people and for machines. */
public final class Overview {
  /** How long a resolved incident stays on the first page. */
  private static final Duration RECENT = Duration.ofHours(24);

  private final Listing listing;
  private final Freshness freshness;
  private final Instant now;

  Overview(Listing listing, Freshness freshness, Instant now) {
    this.listing = listing;
    this.freshness = freshness;
    this.now = now;
  }

  public PublicState state() {
    return listing.state();
  }

  /** How old all of it may be. */
  public Freshness freshness() {
    return freshness;
  }

  /** Each with how it does. */
  public List<ComponentNow> components() {
    return listing.components();
  }

  /** All that is kept, latest start first. */
  public List<IncidentNow> incidents() {
    return List.copyOf(listing.incidents().values());
  }

  /** The incident that the public knows by {@code id}. */
  public Optional<IncidentNow> incident(String id) {
    return Optional.ofNullable(listing.incidents().get(id));
  }

  /** Latest start first. */
  public List<IncidentNow> unresolved() {
    return listing.incidents().values().stream()
        .filter(open -> !open.incident().isResolved())
        .toList();
  }

  /** Resolved in the last 24 hours, latest end first. */
  public List<IncidentNow> resolvedLately() {
    Instant oldest = now.minus(RECENT);
    return listing.incidents().values().stream()
        .filter(over -> over.incident().isResolved())
        .filter(over -> !over.incident().updatedAt().isBefore(oldest))
        .sorted(Comparator.comparing((IncidentNow over) -> over.incident().updatedAt()).reversed())
        .toList();
  }

  /** The impact on the whole page: that of its worst component. */
  public Impact indicator() {
    return Impact.of(
        components().stream()
            .map(ComponentNow::status)
            .reduce(ComponentStatus.OPERATIONAL, ComponentStatus::orWorse));
  }

  /** Whether anything was ever known; before that nothing may be claimed. */
  public boolean isKnown() {
    return freshness.knownAt() != null;
  }

  /** Whether what is shown may be out of date. */
  public boolean isStale() {
    return !freshness.isFresh(now);
  }

  /** The whole page in a few words; before anything is known it claims nothing. */
  public String headline() {
    return isKnown() ? indicator().description() : "Status Not Known Yet";
  }
}
