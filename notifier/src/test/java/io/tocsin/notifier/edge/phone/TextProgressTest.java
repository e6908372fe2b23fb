package io.tocsin.notifier.edge.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reply;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What Twilio says of texts. */
@Tag("RUN-08.2")
class TextProgressTest {
  private static final String PATH =
      "/callbacks/phone/sms-status?n=RX-142%2F7%2Fphone%2Fon-call&a=tell";
  private static final String TEXT = "SM0123456789abcdef0123456789abcdef";

  private final List<DeliveryReceipt> receipts = new ArrayList<>();
  private boolean kafkaIsAway;
  private final PhoneReceiver receiver =
      new PhoneReceiver(
          TestPhone.settings("http://127.0.0.1", 0),
          null,
          null,
          null,
          new TextProgress(
              new Outbox() {
                @Override
                public Mono<Void> publish(IncidentCommand command) {
                  return Mono.error(new AssertionError("nobody said anything"));
                }

                @Override
                public Mono<Void> publish(DeliveryReceipt receipt) {
                  return kafkaIsAway
                      ? Mono.error(new IllegalStateException("Kafka is away"))
                      : Mono.fromRunnable(() -> receipts.add(receipt));
                }
              }));

  @Test
  void aTextThatArrivedIsDelivered() {
    assertThat(status("delivered").taken()).isTrue();
    DeliveryReceipt receipt = receipts.get(0);
    assertThat(receipt.outcome()).isEqualTo(Outcome.ARRIVED);
    assertThat(receipt.notification())
        .isEqualTo(Reachable.incidentMessage(Channel.PHONE, "on-call").id());
    assertThat(receipt.incident().toString()).isEqualTo("RX-142");
    assertThat(receipt.recipient()).isEqualTo("on-call");
    assertThat(receipt.act()).isEqualTo(Act.TELL);
    assertThat(receipt.reference()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "queued", "sending", "sent", "read", ""})
  void aTextOnItsWaySaysNothing(String status) {
    assertThat(status(status).taken()).isFalse();
    assertThat(receipts).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "undelivered|30003|text-undelivered|the text did not arrive: the phone is off or out of"
            + " reach (Twilio 30003)",
        "failed|30034|text-failed|the text did not leave: our number is not registered for texts"
            + " in the USA (Twilio 30034)",
        "undelivered|30999|text-undelivered|the text did not arrive: Twilio 30999",
        "undelivered||text-undelivered|the text did not arrive: Twilio does not say why",
        "failed|<b>30003|text-failed|the text did not leave: Twilio does not say why"
      })
  void aTextThatDidNotArriveSaysWhy(String status, String code, String name, String words) {
    status(status, code);
    assertThat(receipts.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(receipts.get(0).reason().name()).isEqualTo(name);
    assertThat(receipts.get(0).reason().text()).isEqualTo(words);
  }

  @Test
  void whatTwilioRepeatsIsSaidOnce() {
    status("delivered");
    assertThat(status("delivered").taken()).isFalse();
    assertThat(receipts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "sent", "undelivered", "failed"})
  void nothingThatComesLateTakesBackThatItArrived(String late) {
    status("delivered");
    status(late);
    assertThat(receipts).extracting(DeliveryReceipt::outcome).containsExactly(Outcome.ARRIVED);
  }

  @Test
  void whatIsKnownOfOneTextSaysNothingOfAnother() {
    status("delivered");
    receive(PATH, Map.of("MessageSid", "SM9", "MessageStatus", "failed"));
    assertThat(receipts)
        .extracting(DeliveryReceipt::outcome)
        .containsExactly(Outcome.ARRIVED, Outcome.FAILED);
  }

  @Test
  void whatCouldNotBeKeptCountsWhenItComesAgain() {
    kafkaIsAway = true;
    assertThatThrownBy(() -> status("delivered")).hasMessage("Kafka is away");
    kafkaIsAway = false;
    assertThat(status("delivered").taken()).isTrue();
    assertThat(receipts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?a=tell",
        "?n=RX-142%2F2%2Fphone%2Fon-call",
        "?n=RX-142%2F2%2Fphone%2Fon-call&a=sing",
        "?n=RX-0%2F2%2Fphone%2Fon-call&a=tell",
        "?n=%ZZ&a=tell"
      })
  void aTextThatIsNotOursIsRefused(String query) {
    String path = PhoneReceiver.TEXT_STATUS + query;
    assertThatThrownBy(
            () -> receive(path, Map.of("MessageSid", TEXT, "MessageStatus", "delivered")))
        .isInstanceOf(Unreadable.class);
    assertThat(receipts).isEmpty();
  }

  private Reply status(String status) {
    return status(status, null);
  }

  private Reply status(String status, String code) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", TEXT);
    fields.put("SmsSid", TEXT);
    fields.put("MessageStatus", status);
    fields.put("SmsStatus", status);
    if (code != null) {
      fields.put("ErrorCode", code);
    }
    return receive(PATH, fields);
  }

  private Reply receive(String path, Map<String, String> fields) {
    Callback callback = TestTwilio.signed(path, fields);
    assertThat(receiver.isGenuine(callback)).isTrue();
    return receiver.receive(callback).block();
  }
}
