package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.contracts.events.AlertId;
import java.time.Instant;
import java.util.Optional;

/**
 * By what an alert came.
 *
 * @param source the wire format, as the integration has it
 * @param name the sender's own name for it, which a repeat bears again
 * @param sentAt when it was sent
 */
record Delivery(String source, String name, Optional<Instant> sentAt) {
  AlertId id(String integration) {
    return AlertId.ofDelivery(integration, name);
  }
}
