package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;

/** What became of a notification, on its way to Kafka. */
record Result(Delivery delivery, DeliveryReceipt receipt, Runnable whenCommitted) {}
