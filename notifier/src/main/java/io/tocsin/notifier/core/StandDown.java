package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Notification;

/**
 * What it means to whoever was rung that a page is resolved: a mail and a call cannot be closed.
 */
public enum StandDown {
  /** Another page of the same incident took its place: nothing is over. */
  REPLACED,
  /** The page may have reached them and is not wanted any more. */
  WITHDRAWN,
  /** It has recovered, and may come back. */
  RECOVERED,
  OVER;

  /** Of a notification that is to be resolved. */
  public static StandDown of(Notification notification) {
    if (notification.act() == Notification.Act.PAGE) {
      return WITHDRAWN;
    }
    return switch (notification.content().state()) {
      case OPEN, ACKNOWLEDGED -> REPLACED;
      case HOLD_DOWN, MONITORING -> RECOVERED;
      case RESOLVED, CLOSED, FALSE_ALARM -> OVER;
    };
  }
}
