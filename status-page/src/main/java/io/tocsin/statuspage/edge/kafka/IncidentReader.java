package io.tocsin.statuspage.edge.kafka;

import io.micrometer.core.instrument.Counter;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.statuspage.core.Publication;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Folds {@code incidents}, a poll at a time, into what is published. A record that cannot be read
 * is counted and passed over: one broken incident must not hide the others.
 */
public final class IncidentReader implements Consumer<Message<List<?>>> {
  private static final Logger log = LoggerFactory.getLogger(IncidentReader.class);
  private static final JsonSerde<Incident> SERDE = Topics.INCIDENTS.serde();

  private final Publication publication;
  private final KafkaHearing hearing;
  private final InstantSource clock;
  private final Counter unreadable;

  public IncidentReader(
      Publication publication, KafkaHearing hearing, InstantSource clock, Counter unreadable) {
    this.publication = publication;
    this.hearing = hearing;
    this.clock = clock;
    this.unreadable = unreadable;
  }

  @Override
  public void accept(Message<List<?>> poll) {
    List<?> keys = header(poll, KafkaHeaders.RECEIVED_KEY, List.class);
    List<?> values = poll.getPayload();
    for (int i = 0; i < values.size(); i++) {
      foldSafely(keys.get(i), values.get(i));
    }
    show(
        hearing.afterRecords(
            header(poll, KafkaHeaders.CONSUMER, org.apache.kafka.clients.consumer.Consumer.class),
            clock.instant()));
  }

  /** Nothing came for a while: also a way to have come to the end. */
  public void onSilence(ListenerContainerIdleEvent silence) {
    show(hearing.afterSilence(silence.getConsumer(), clock.instant()));
  }

  private void show(boolean caughtUp) {
    if (caughtUp) {
      publication.caughtUp();
    }
    publication.publish(clock.instant());
  }

  private void foldSafely(Object key, Object value) {
    String id = key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "?";
    try (MDC.MDCCloseable incident = MDC.putCloseable("incident", id)) {
      fold(id, value);
    } catch (RuntimeException e) {
      unreadable.increment();
      log.error(
          "the record of incident {} is passed over, the status page goes on without it: {}",
          id,
          e.getMessage());
    }
  }

  private void fold(String id, Object value) {
    if (value instanceof byte[] bytes) {
      publication.apply(SERDE.value(bytes));
    } else {
      publication.remove(IncidentId.parse(id));
    }
  }

  private static <T> T header(Message<?> poll, String name, Class<T> type) {
    return Objects.requireNonNull(
        poll.getHeaders().get(name, type), () -> "the binder gave no header " + name);
  }
}
