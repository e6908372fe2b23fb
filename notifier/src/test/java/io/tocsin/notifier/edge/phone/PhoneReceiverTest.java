package io.tocsin.notifier.edge.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people answer on the phone and by text, and what Twilio says of calls. */
@Tag("RUN-08.2")
class PhoneReceiverTest {
  private static final String TAG = "?n=RX-142%2F2%2Fphone%2Fon-call&p=1";
  private static final String CALL = "CA0123456789abcdef0123456789abcdef";

  private final TestEngine engine = new TestEngine();
  private final List<IncidentCommand> commands = engine.commands();
  private final List<DeliveryReceipt> receipts = engine.receipts();
  private final PhoneDesk desk = TestPhone.desk(TestPhone.settings("http://127.0.0.1", 0));
  private final Set<IncidentId> open =
      Set.of(Fixtures.incident(140), Fixtures.incident(141), Fixtures.incident(142));
  private final PhoneReceiver receiver = engine.receiver(desk, () -> open);

  @Test
  void twiliosOwnExampleOfAProofIsGenuine() {
    PhoneSettings settings =
        new PhoneSettings(
            "",
            "AC",
            "12345",
            "",
            "https://mycompany.com",
            java.time.Duration.ofSeconds(1),
            java.time.Duration.ofSeconds(30),
            0);
    Map<String, String> fields =
        Map.of(
            "CallSid",
            "CA1234567890ABCDE",
            "Caller",
            "+14158675309",
            "Digits",
            "1234",
            "From",
            "+14158675309",
            "To",
            "+18005551212");
    Callback callback =
        TestTwilio.callback("/myapp.php?foo=1&bar=2", fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    assertThat(new PhoneReceiver(settings, null, null, null, null).isGenuine(callback)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"another field", "another address", "another token", "none", "no base 64"})
  void anythingElseIsNotGenuine(String what) {
    Map<String, String> fields = Map.of("CallSid", CALL, "Digits", "1");
    String path = "/callbacks/phone/gather" + TAG;
    String proof = TestTwilio.proof(TestPhone.TOKEN, path, fields);
    assertThat(receiver.isGenuine(TestTwilio.callback(path, fields, proof))).isTrue();
    Callback forged =
        switch (what) {
          case "another field" ->
              TestTwilio.callback(path, Map.of("CallSid", CALL, "Digits", "2"), proof);
          case "another address" ->
              TestTwilio.callback(path.replace("RX-142", "RX-143"), fields, proof);
          case "another token" ->
              TestTwilio.callback(path, fields, TestTwilio.proof("54321", path, fields));
          case "none" -> TestTwilio.callback(path, fields, null);
          default -> TestTwilio.callback(path, fields, "***");
        };
    assertThat(receiver.isGenuine(forged)).isFalse();
  }

  @Test
  void withoutTheTokenNothingCanBeProven() {
    PhoneSettings unset =
        new PhoneSettings(
            "",
            "",
            "",
            "",
            "",
            java.time.Duration.ofSeconds(1),
            java.time.Duration.ofSeconds(30),
            0);
    assertThat(new PhoneReceiver(unset, null, null, null, null).missing())
        .contains("set TWILIO_AUTH_TOKEN");
  }

  @Test
  @Tag("RUN-04.1a")
  void keyOneAcknowledgesForWhoWasCalled() throws Exception {
    Reply reply = gather("1");
    assertThat(commands).hasSize(1);
    IncidentCommand command = commands.get(0);
    assertThat(command.action()).isEqualTo(new CommandAction.Acknowledge());
    assertThat(command.incident()).isEqualTo(Fixtures.incident(142));
    assertThat(command.by().id()).isEqualTo("on-call");
    assertThat(command.by().via()).isEqualTo("phone");
    assertThat(receipts).extracting(DeliveryReceipt::outcome).containsExactly(Outcome.HEARD);
    assertThat(receipts.get(0).pages()).containsExactly(1);
    Golden.assertIs("phone/thanks.xml", text(reply));
  }

  @Test
  void keyTwoHasTheNextPersonCalled() throws Exception {
    Golden.assertIs("phone/next.xml", text(gather("2")));
    assertThat(commands.get(0).action()).isInstanceOf(CommandAction.Escalate.class);
    assertThat(receipts).extracting(DeliveryReceipt::outcome).containsExactly(Outcome.HEARD);
  }

  @Test
  void keyNineHasItSaidAgain() throws Exception {
    desk.spoken().keep(Reachable.page(Channel.PHONE).id(), "P1 prescription-api: API errors");
    Golden.assertIs("phone/again.xml", text(gather("9")));
    assertThat(commands).isEmpty();
    Reply again = receive("/callbacks/phone/voice" + TAG, Map.of("CallSid", CALL));
    assertThat(text(again)).contains("API errors").contains("loop=\"2\"");
  }

  @Test
  void whatIsNoLongerKnownIsSaidByTheIncidentsName() throws Exception {
    Reply again = receive("/callbacks/phone/voice" + TAG, Map.of("CallSid", CALL));
    Golden.assertIs("phone/forgotten.xml", text(again));
    assertThat(text(again)).contains("Incident RX-142").contains("Press 1 to acknowledge");
  }

  @Test
  void anotherKeyMeansNothing() throws Exception {
    Reply reply = gather("5");
    Golden.assertIs("phone/wrong-key.xml", text(reply));
    assertThat(commands).isEmpty();
    assertThat(receipts).isEmpty();
    assertThat(text(reply)).contains("That key means nothing here").contains("<Redirect");
  }

  @Test
  void whatTwilioRepeatsIsTheSameCommand() {
    gather("1");
    gather("1");
    assertThat(commands).extracting(IncidentCommand::id).containsOnly(commands.get(0).id());
  }

  @ParameterizedTest
  @CsvSource({
    "ringing,ARRIVED,ringing",
    "in-progress,ARRIVED,answered",
    "busy,FAILED,busy",
    "no-answer,FAILED,no-answer",
    "failed,FAILED,call-failed",
    "canceled,FAILED,canceled",
    "completed,FAILED,no-key"
  })
  void whatBecameOfACallIsAReceipt(String status, Outcome outcome, String reason) {
    status(status, "");
    status(status, "");
    assertThat(receipts).hasSize(1);
    assertThat(receipts.get(0).outcome()).isEqualTo(outcome);
    assertThat(receipts.get(0).reason().name()).isEqualTo(reason);
    assertThat(receipts.get(0).notification()).isEqualTo(Reachable.page(Channel.PHONE).id());
    assertThat(receipts.get(0).reference()).isEqualTo(CALL);
  }

  @Test
  void aCallThatHasOnlyBeenPlacedSaysNothing() {
    status("initiated", "");
    status("queued", "");
    assertThat(receipts).isEmpty();
  }

  @Test
  void aMachineHearsNothing() {
    status("completed", "machine_start");
    assertThat(receipts.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(receipts.get(0).reason().name()).isEqualTo("machine-answered");
  }

  @Test
  void aCallInWhichAKeyWasPressedDoesNotFailAtItsEnd() {
    gather("1");
    status("completed", "");
    assertThat(receipts).extracting(DeliveryReceipt::outcome).containsExactly(Outcome.HEARD);
  }

  @Test
  void whoOnlyHeardItAgainAndHungUpHasNotTakenIt() {
    gather("9");
    status("completed", "");
    assertThat(receipts)
        .extracting(DeliveryReceipt::outcome)
        .containsExactly(Outcome.HEARD, Outcome.FAILED);
  }

  @Test
  void aTextWithTheCodeAcknowledges() throws Exception {
    String code = desk.codes().of(Fixtures.incident(142), "on-call");
    Reply reply = sms(Reachable.NUMBER, " ack " + code + "\n", "SM1");
    Golden.assertIs("phone/text-taken.xml", text(reply));
    assertThat(commands).hasSize(1);
    assertThat(commands.get(0).incident()).isEqualTo(Fixtures.incident(142));
    assertThat(commands.get(0).by().id()).isEqualTo("on-call");
    assertThat(commands.get(0).id()).isEqualTo("phone-SM1");
    assertThat(text(reply)).contains("RX-142 is yours");
  }

  @Test
  void aCodeOfSomebodyElseIsNone() throws Exception {
    String code = desk.codes().of(Fixtures.incident(142), "on-call");
    Reply reply = sms(TestPhone.LEAD, "ACK " + code, "SM1");
    Golden.assertIs("phone/text-wrong-code.xml", text(reply));
    assertThat(text(reply)).contains("No open incident");
    assertThat(text(sms("+12025550177", "ACK " + code, "SM2"))).contains("No open incident");
    assertThat(commands).isEmpty();
  }

  @Test
  void aCodeCannotBeFoundByTrying() {
    String code = desk.codes().of(Fixtures.incident(142), "on-call");
    for (int i = 0; i < 5; i++) {
      sms(Reachable.NUMBER, "ACK " + wrong(code, i), "SM" + i);
    }
    assertThat(text(sms(Reachable.NUMBER, "ACK " + code, "SM9")))
        .isEqualTo("<Response></Response>");
    assertThat(commands).isEmpty();
  }

  @Test
  void anIncidentThatIsOverIsNotTaken() {
    String code = desk.codes().of(Fixtures.incident(99), "on-call");
    sms(Reachable.NUMBER, "ACK " + code + " RX-99", "SM1");
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "ACK", "ACK 47", "ACK 47111", "please ACK 4711"})
  void anyOtherTextIsAnsweredWithHowItIsDone(String words) throws Exception {
    Reply reply = sms(Reachable.NUMBER, words, "SM1");
    assertThat(text(reply)).contains("as ACK 4711");
    Golden.assertIs("phone/text-unknown.xml", text(reply));
    assertThat(commands).isEmpty();
  }

  private String wrong(String code, int i) {
    Set<String> right =
        open.stream()
            .map(incident -> desk.codes().of(incident, "on-call"))
            .collect(Collectors.toSet());
    int next = (Integer.parseInt(code) + 1 + i) % 10_000;
    while (right.contains("%04d".formatted(next))) {
      next = (next + 5) % 10_000;
    }
    return "%04d".formatted(next);
  }

  private Reply gather(String key) {
    return receive("/callbacks/phone/gather" + TAG, Map.of("CallSid", CALL, "Digits", key));
  }

  private void status(String status, String answeredBy) {
    receive(
        "/callbacks/phone/status" + TAG,
        answeredBy.isEmpty()
            ? Map.of("CallSid", CALL, "CallStatus", status)
            : Map.of("CallSid", CALL, "CallStatus", status, "AnsweredBy", answeredBy));
  }

  private Reply sms(String from, String body, String sid) {
    return receive("/callbacks/phone/sms", Map.of("From", from, "Body", body, "MessageSid", sid));
  }

  private Reply receive(String path, Map<String, String> fields) {
    Callback callback = TestTwilio.signed(path, fields);
    assertThat(receiver.isGenuine(callback)).isTrue();
    return receiver.receive(callback).block();
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
