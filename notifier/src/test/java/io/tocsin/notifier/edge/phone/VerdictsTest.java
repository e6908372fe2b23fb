package io.tocsin.notifier.edge.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.edge.callback.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One owner: whoever answers is told what was decided, by voice and by text. */
@Tag("RUN-04.1a")
@Tag("RUN-08.2")
class VerdictsTest {
  private static final String GATHER = "/callbacks/phone/gather?n=RX-142%2F2%2Fphone%2Fon-call&p=1";
  private static final String OVER = "RX-142 is over; declare a new incident";

  private final TestEngine engine = new TestEngine();
  private final PhoneDesk desk = TestPhone.desk(TestPhone.settings("http://127.0.0.1", 0));
  private final PhoneReceiver receiver =
      engine.receiver(desk, () -> Set.of(Fixtures.incident(142)));

  @Test
  void whoAcknowledgesFirstHasIt() {
    assertThat(key("1")).isEqualTo("Thank you. R X 1 4 2 is yours. Goodbye.");
    assertThat(text()).isEqualTo("Thank you. RX-142 is yours.");
  }

  @Test
  void whoAcknowledgesSecondIsToldWhoHasIt() {
    engine.isOwnedBy("devops-lead");
    engine.decides(new IncidentChange.AcknowledgementNoted(), "the owner stays");
    assertThat(key("1"))
        .isEqualTo("Thank you. DevOps lead has R X 1 4 2 already and keeps it. Goodbye.");
    assertThat(text()).isEqualTo("Thank you. DevOps lead has RX-142 already and keeps it.");
  }

  @Test
  void whoAcknowledgesTwiceHasItAlready() {
    engine.isOwnedBy("on-call");
    engine.decides(new IncidentChange.AcknowledgementNoted(), "the owner stays");
    assertThat(key("1")).isEqualTo("Thank you. R X 1 4 2 is yours already. Goodbye.");
  }

  @Test
  void anOwnerWhoIsNotKnownHereStaysAllTheSame() {
    engine.decides(new IncidentChange.AcknowledgementNoted(), "the owner stays");
    assertThat(key("1"))
        .isEqualTo("Thank you. R X 1 4 2 was acknowledged before, and its owner stays. Goodbye.");
  }

  @Test
  void whatRangAgainStaysWithItsOwner() {
    engine.decides(
        new IncidentChange.Acknowledged(new Actor("devops-lead", "slack")), "acknowledged");
    assertThat(key("1"))
        .isEqualTo("Thank you. R X 1 4 2 is acknowledged and stays with DevOps lead. Goodbye.");
  }

  @Test
  void anIncidentThatIsOverIsNobodys() {
    engine.decides(new IncidentChange.CommandRefused("acknowledge"), OVER);
    assertThat(key("1"))
        .isEqualTo(
            "Thank you. R X 1 4 2 is not yours: it is over; declare a new incident. Goodbye.");
    assertThat(text())
        .isEqualTo("Thank you. RX-142 is not yours: it is over; declare a new incident.");
  }

  @Test
  void anIncidentThatNeverWasIsNobodys() {
    engine.decides(new IncidentChange.CommandRefused("acknowledge"), "there is no incident RX-142");
    assertThat(key("1")).contains("is not yours: there is no incident R X 1 4 2. Goodbye.");
  }

  @Test
  void whereNobodyIsLeftNobodyElseIsSaidToBeCalled() {
    engine.isOwnedBy("devops-lead");
    engine.decides(
        new IncidentChange.CommandRefused("escalate"),
        "nobody is left on the ladder who can be called");
    assertThat(key("2"))
        .isEqualTo(
            "Thank you. Nobody else is called: nobody is left on the ladder who can be called."
                + " DevOps lead has it. Goodbye.");
    assertThat(key("2")).doesNotContain("next person");
  }

  @Test
  void theNextPersonIsCalledWhenTheEngineSaysSo() {
    assertThat(key("2")).isEqualTo("Thank you. The next person is called. Goodbye.");
  }

  @Test
  void whileTheEngineIsSilentNothingIsPromised() {
    engine.isSilent();
    assertThat(key("1"))
        .isEqualTo(
            "Thank you. Your answer was taken; what became of it is not known yet."
                + " Tocsin shows who has R X 1 4 2. Goodbye.");
    assertThat(key("2")).endsWith("Tocsin shows who is called for R X 1 4 2. Goodbye.");
    assertThat(text()).endsWith("Tocsin shows who has RX-142.");
    assertThat(engine.receipts())
        .extracting(DeliveryReceipt::outcome)
        .containsExactly(Outcome.HEARD, Outcome.HEARD);
  }

  @Test
  void whoeverHangsUpWhileWaitingWasHeard() {
    engine.isSilent();
    var waiting = receiver.receive(TestTwilio.signed(GATHER, pressed("1"))).subscribe();
    waiting.dispose();
    receiver
        .receive(
            TestTwilio.signed(
                GATHER.replace("gather", "status"),
                Map.of("CallSid", "CA1", "CallStatus", "completed")))
        .block();
    assertThat(engine.commands()).hasSize(1);
    assertThat(engine.receipts())
        .extracting(DeliveryReceipt::outcome)
        .containsExactly(Outcome.HEARD);
  }

  private static Map<String, String> pressed(String key) {
    return Map.of("CallSid", "CA1", "Digits", key);
  }

  private String key(String key) {
    return said(receiver.receive(TestTwilio.signed(GATHER, pressed(key))).block());
  }

  private String text() {
    String code = desk.codes().of(Fixtures.incident(142), "on-call");
    return said(
        receiver
            .receive(
                TestTwilio.signed(
                    "/callbacks/phone/sms",
                    Map.of("From", Reachable.NUMBER, "Body", "ACK " + code, "MessageSid", "SM1")))
            .block());
  }

  private static String said(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
  }
}
