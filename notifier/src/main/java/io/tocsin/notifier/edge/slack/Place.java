package io.tocsin.notifier.edge.slack;

import java.util.Optional;

/**
 * Where a message stands in Slack: its reference in {@code deliveries} is {@code C123/1503.0002}.
 *
 * @param ts Slack's name of the message in its channel: text, never a number
 */
public record Place(String channel, String ts) {

  /** Reads what {@link #reference} wrote. */
  public static Optional<Place> parse(String reference) {
    int slash = reference.indexOf('/');
    return slash < 1 || slash == reference.length() - 1
        ? Optional.empty()
        : Optional.of(new Place(reference.substring(0, slash), reference.substring(slash + 1)));
  }

  public String reference() {
    return channel + "/" + ts;
  }

  /** Whether it was written before {@code other}, in the same channel. */
  boolean isBefore(Place other) {
    return ts.length() == other.ts.length()
        ? ts.compareTo(other.ts) < 0
        : ts.length() < other.ts.length();
  }
}
