package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;

/** A notification in our hands, from when it is first seen until its result is committed. */
final class Errand {
  private final int partition;
  private final Notification notification;
  private boolean maybeSent;
  private int attempts;
  private State state = State.SEEN;

  private enum State {
    /** It waits in Kafka. */
    SEEN,
    /** It is reserved and waits for its turn. */
    SUBMITTED,
    BEGUN,
    /** It could not be sent and is sent again later. */
    RESTING,
    GIVEN_UP
  }

  /** What is said in order: to one recipient about one incident. */
  record Line(IncidentId incident, String recipient) {}

  Errand(int partition, Notification notification) {
    this.partition = partition;
    this.notification = notification;
  }

  int partition() {
    return partition;
  }

  Notification notification() {
    return notification;
  }

  NotificationId id() {
    return notification.id();
  }

  Line line() {
    return new Line(notification.incident(), notification.recipient());
  }

  boolean isPage() {
    return notification.act() == Notification.Act.PAGE;
  }

  /** Whether it may have been sent before, here or by a life that ended. */
  synchronized boolean maybeSent() {
    return maybeSent || attempts > 1;
  }

  synchronized int attempts() {
    return attempts;
  }

  /** Reserved now; false when it was before. */
  synchronized boolean submit(boolean sentBefore) {
    if (state != State.SEEN) {
      return false;
    }
    maybeSent = sentBefore;
    state = State.SUBMITTED;
    return true;
  }

  /** Its turn has come; false when it was given up. */
  synchronized boolean begin() {
    if (state == State.GIVEN_UP) {
      return false;
    }
    state = State.BEGUN;
    attempts++;
    return true;
  }

  /** Another try follows, later. */
  synchronized void rest() {
    state = State.RESTING;
  }

  /** Whether its turn has not come yet. */
  synchronized boolean isWaiting() {
    return state == State.SEEN || state == State.SUBMITTED;
  }

  /** Its turn came too late; false when it had come before. */
  synchronized boolean giveUp() {
    if (!isWaiting()) {
      return false;
    }
    state = State.GIVEN_UP;
    return true;
  }

  /** Whether it was reserved: its end is ours to tell. */
  synchronized boolean isReserved() {
    return state != State.SEEN;
  }

  /** Whether its result may be waited for. */
  synchronized boolean isUnderWay() {
    return state == State.SUBMITTED || state == State.BEGUN || state == State.GIVEN_UP;
  }
}
