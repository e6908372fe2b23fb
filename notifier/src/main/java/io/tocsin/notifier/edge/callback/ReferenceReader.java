package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import io.tocsin.notifier.edge.topic.Follower;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Enters the whole of {@code deliveries} into the references: a callback comes to any instance. */
final class ReferenceReader implements Follower.Reader {
  private static final JsonSerde<Delivery> SERDE = Topics.DELIVERIES.serde();

  private final References references;

  ReferenceReader(References references) {
    this.references = references;
  }

  @Override
  public void read(ConsumerRecord<String, byte[]> from) {
    if (from.value() == null) {
      references.erase(new NotificationId(from.key()));
    } else {
      references.enter(SERDE.value(from.value()));
    }
  }

  @Override
  public void caughtUp() {
    references.loaded();
  }
}
