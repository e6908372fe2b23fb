package io.tocsin.statuspage.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Overviews of what is published. What does not change with time is made once for each state, not
 * for each reader: many come just when something is wrong. Safe for threads.
 */
public final class Overviews {
  private volatile @Nullable Listing last;

  /** Reads {@code state} at {@code now}. */
  public Overview at(PublicState state, Freshness freshness, Components catalog, Instant now) {
    Listing listing = last;
    if (listing == null || !listing.isOf(state, catalog)) {
      listing = Listing.of(state, catalog);
      last = listing;
    }
    return new Overview(listing, freshness, now);
  }
}
