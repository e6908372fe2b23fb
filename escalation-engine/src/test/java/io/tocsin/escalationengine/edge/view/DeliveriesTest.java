package io.tocsin.escalationengine.edge.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What providers said of an incident's messages. */
@Tag("RUN-08.2")
class DeliveriesTest {
  private static final JsonSerde<DeliveryReceipt> SERDE = Topics.DELIVERY_RECEIPTS.serde();
  private static final Instant OPENED = Instant.now().minus(2, ChronoUnit.HOURS);
  private static KafkaProducer<String, byte[]> producer;
  private static Deliveries deliveries;

  @BeforeAll
  static void start() {
    producer = new KafkaProducer<>(RealBroker.kafka().producer());
    deliveries = new Deliveries(RealBroker.kafka());
  }

  @AfterAll
  static void stop() {
    producer.close();
    deliveries.close();
  }

  @Test
  void whatEveryProviderSaidStandsThereInOrderAmongThatOfOthers() {
    write("DL-1", Channel.PHONE, Outcome.DELIVERED);
    write("DL-2", Channel.PHONE, Outcome.FAILED);
    write("DL-1", Channel.SLACK, Outcome.DELIVERED);
    write("DL-1", Channel.PHONE, Outcome.ARRIVED);
    write("DL-1", Channel.PHONE, Outcome.HEARD);
    Deliveries.Told told = deliveries.of(incident("DL-1"));
    assertThat(told.complete()).isTrue();
    assertThat(told.receipts())
        .extracting(receipt -> receipt.channel().wireName() + " " + receipt.outcome())
        .containsExactly("phone DELIVERED", "slack DELIVERED", "phone ARRIVED", "phone HEARD");
  }

  @Test
  void whatIsSaidLaterIsReadOn() {
    write("DL-3", Channel.EMAIL, Outcome.DELIVERED);
    assertThat(deliveries.of(incident("DL-3")).receipts()).hasSize(1);
    deliveries.renew("the clock was set");
    write("DL-3", Channel.GITHUB, Outcome.FAILED);
    assertThat(deliveries.of(incident("DL-3")).receipts())
        .extracting(DeliveryReceipt::channel)
        .containsExactly(Channel.EMAIL, Channel.GITHUB);
  }

  @Test
  void anIncidentOfWhichNobodyWasToldHasNone() {
    Deliveries.Told told = deliveries.of(incident("DQ-1"));
    assertThat(told.complete()).isTrue();
    assertThat(told.receipts()).isEmpty();
  }

  private static Incident incident(String id) {
    return Cases.open(id, "prescription-api", Severity.P1, OPENED);
  }

  private static void write(String id, Channel channel, Outcome outcome) {
    IncidentId incident = IncidentId.parse(id);
    DeliveryReceipt receipt =
        new DeliveryReceipt(
            NotificationId.of(incident, 2, channel, "on-call"),
            incident,
            channel,
            "on-call",
            Notification.Act.PAGE,
            List.of(1),
            outcome,
            null,
            new Reason("said", "the provider said so"),
            OPENED);
    producer.send(
        new ProducerRecord<>(
            Topics.DELIVERY_RECEIPTS.name(),
            null,
            OPENED.plusSeconds(1).toEpochMilli(),
            id,
            SERDE.bytes(receipt)));
    producer.flush();
  }
}
