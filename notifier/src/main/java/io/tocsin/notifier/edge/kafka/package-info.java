/** Notifications in, deliveries and receipts out: one transaction per batch. */
@NullMarked
package io.tocsin.notifier.edge.kafka;

import org.jspecify.annotations.NullMarked;
