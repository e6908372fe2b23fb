package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message for one recipient over one channel.
 *
 * @param revision of the incident when it was caused: a page older than the incident's {@code
 *     quietedAt} is not wanted any more
 * @param recipient a contact's id, never an address
 * @param pages the page numbers it is about: one for {@code PAGE}, any for the others
 * @param minutesLate how late a page is because of an outage of our own
 * @param policy the hash of the bundle the incident opened under
 */
public record Notification(
    NotificationId id,
    IncidentId incident,
    long revision,
    Channel channel,
    String recipient,
    Act act,
    List<Integer> pages,
    Content content,
    @Nullable Long minutesLate,
    Reason reason,
    Instant requestedAt,
    String policy) {

  public Notification {
    pages = pages == null ? List.of() : List.copyOf(pages);
  }

  /** What the receiver is to do. */
  public enum Act {
    /** Ring until somebody acknowledges. */
    PAGE,
    /** Somebody has it: stop ringing. */
    ACKNOWLEDGE,
    /** It is over, or a newer page took its place. */
    RESOLVE
  }

  /** What a message says of the incident. */
  public record Content(
      Severity severity,
      boolean unknown,
      String title,
      String service,
      String environment,
      Instant startedAt,
      @Nullable String role) {}
}
