package io.tocsin.contracts.policy.calendar;

/** A text that is no iCalendar file; the message says where and why. */
public final class UnreadableFeed extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFeed(String message) {
    super(message);
  }
}
