package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.notifier.edge.callback.Commands;
import reactor.core.publisher.Mono;

/** Where commands and receipts go; done when they are kept. */
interface Outbox {
  Mono<Void> publish(IncidentCommand command);

  Mono<Void> publish(DeliveryReceipt receipt);

  static Outbox to(Commands commands) {
    return new Outbox() {
      @Override
      public Mono<Void> publish(IncidentCommand command) {
        return commands.publish(command);
      }

      @Override
      public Mono<Void> publish(DeliveryReceipt receipt) {
        return commands.publish(receipt);
      }
    };
  }
}
