package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is to be done with a notification whose turn has come.
 *
 * @param pages the page numbers that it still concerns
 */
public record Plan(Step step, List<Integer> pages, Reason reason) {

  /** The four ways. */
  public enum Step {
    SEND,
    /** It may have been sent and is no longer wanted: it is resolved at the provider. */
    WITHDRAW,
    /** It was not sent and is no longer wanted. */
    DROP,
    /** There is nothing at the provider that it could concern. */
    SKIP
  }

  public Plan {
    pages = List.copyOf(pages);
  }

  /**
   * Decides. A page is sent only while it is wanted; an acknowledgement and a resolution always,
   * unless no page of theirs ever left us.
   *
   * @param maybeSent whether an earlier attempt, here or before a crash, may have reached the
   *     provider: its idempotency key then makes a repetition harmless
   * @param standing what we know of the incident; a page is wanted while we know nothing
   * @param neverOpened which pages certainly never reached a provider
   */
  public static Plan of(
      Notification notification,
      boolean maybeSent,
      Optional<Standing> standing,
      Predicate<PageNumber> neverOpened) {
    return switch (notification.act()) {
      case PAGE ->
          objection(notification, standing)
              .map(
                  why -> new Plan(maybeSent ? Step.WITHDRAW : Step.DROP, notification.pages(), why))
              .orElseGet(() -> send(notification, notification.pages()));
      case ACKNOWLEDGE, TELL, REFRESH -> send(notification, notification.pages());
      case RESOLVE -> resolve(notification, neverOpened);
    };
  }

  /** Why {@code notification} is not wanted any more, if it is not (RUN-04.1a). */
  public static Optional<Reason> objection(Notification notification, Optional<Standing> standing) {
    long caused = notification.revision();
    return standing.flatMap(
        known -> {
          if (known.quietedAt() > caused) {
            return Optional.of(
                new Reason(
                    Reasons.QUIETED,
                    "%s was taken or calmed at revision %d, after this page was caused at %d"
                        .formatted(notification.incident(), known.quietedAt(), caused)));
          }
          if (known.isOver() && known.revision() > caused) {
            return Optional.of(
                new Reason(
                    Reasons.OVER,
                    "%s has ended since this page was caused".formatted(notification.incident())));
          }
          return Optional.empty();
        });
  }

  private static Plan resolve(Notification notification, Predicate<PageNumber> neverOpened) {
    List<Integer> open =
        notification.pages().stream()
            .filter(n -> !neverOpened.test(new PageNumber(notification.incident(), n)))
            .toList();
    return open.isEmpty()
        ? new Plan(
            Step.SKIP,
            List.of(),
            new Reason(
                Reasons.NEVER_OPENED, "the page was never sent: there is nothing to resolve"))
        : send(notification, open);
  }

  private static Plan send(Notification notification, List<Integer> pages) {
    return new Plan(Step.SEND, pages, notification.reason());
  }
}
