package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentCommand;

/** What can move an incident. */
public sealed interface Stimulus {

  /** An alert, with its level and where it goes. */
  record AlertArrived(ClassifiedAlert alert) implements Stimulus {}

  /** A person asks for something. */
  record CommandReceived(IncidentCommand command) implements Stimulus {}

  /** A provider's word on a notification. */
  record ReceiptReceived(DeliveryReceipt receipt) implements Stimulus {}

  /** One or more deadlines of the incident have passed: all of them are taken at once. */
  record DeadlinesDue() implements Stimulus {}
}
