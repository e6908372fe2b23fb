package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of texts and calls by themselves, and what Twilio calls back for it. */
class PhoneNetworkTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  private static final String ACCOUNT = "/phone/2010-04-01/Accounts/ACtest/";
  private static final String TOLD =
      "https://tocsin.example.com/callbacks/phone/sms-status?n=x&a=tell";
  private static final String NUMBER = "+12025550101";

  private final Phone phone = new Phone(100);
  private final PhoneCallbacks callbacks = new PhoneCallbacks("12345");
  private final PhoneNetwork network = new PhoneNetwork(phone, callbacks);
  private int ids;

  @Test
  void aTextIsSentAndComesToItsHandset() {
    String sid = text(TOLD);
    List<PhoneCallbacks.Signed> told = network.carry(sid, NOW);
    assertThat(told)
        .extracting(each -> each.fields().get("MessageStatus"))
        .containsExactly("sent", "delivered");
    assertThat(told.get(1).url()).isEqualTo(TOLD);
    assertThat(told.get(1).fields())
        .containsEntry("MessageSid", sid)
        .containsEntry("SmsStatus", "delivered")
        .containsEntry("To", NUMBER)
        .containsEntry("From", "+12025550199")
        .doesNotContainKey("ErrorCode");
    assertThat(told.get(1).signature())
        .isEqualTo(callbacks.signed(TOLD, told.get(1).fields()).signature());
    assertThat(asked(sid)).containsEntry("status", "delivered").containsEntry("error_code", null);
  }

  @Test
  void aTextIsCarriedOnce() {
    String sid = text(TOLD);
    network.carry(sid, NOW);
    assertThat(network.carry(sid, NOW)).isEmpty();
    assertThat(network.carry("SM0", NOW)).isEmpty();
  }

  @Test
  void whereNobodyWantsToKnowNothingIsToldAndItArrives() {
    String sid = text("");
    assertThat(network.carry(sid, NOW)).isEmpty();
    assertThat(asked(sid)).containsEntry("status", "delivered");
  }

  @Test
  void aTextToAHandsetThatIsOffDoesNotArrive() {
    power(Deed.Kind.SWITCH_OFF, NUMBER);
    String sid = text(TOLD);
    List<PhoneCallbacks.Signed> told = network.carry(sid, NOW);
    assertThat(told)
        .extracting(each -> each.fields().get("MessageStatus"))
        .containsExactly("sent", "undelivered");
    assertThat(told.get(1).fields()).containsEntry("ErrorCode", "30003");
    assertThat(asked(sid))
        .containsEntry("status", "undelivered")
        .containsEntry("error_code", 30_003);
  }

  @Test
  void aCallToAHandsetThatIsOffIsNotAnswered() {
    String waits = call();
    assertThat(network.carry(waits, NOW)).isEmpty();
    power(Deed.Kind.SWITCH_OFF, NUMBER);
    assertThat(network.carry(call(), NOW))
        .extracting(each -> each.fields().get("CallStatus"))
        .containsExactly("no-answer");
    power(Deed.Kind.SWITCH_ON, NUMBER);
    assertThat(network.carry(call(), NOW)).isEmpty();
    assertThat(phone.calls())
        .extracting(PhoneCall::status)
        .containsExactly(
            PhoneCall.Status.QUEUED, PhoneCall.Status.NO_ANSWER, PhoneCall.Status.QUEUED);
  }

  @Test
  void onlyANumberIsSwitchedOff() {
    Deed deed = new Deed(Provider.PHONE, Deed.Kind.SWITCH_OFF, "", "on-call", "");
    assertThat(new PhonePeople(phone, callbacks, TOLD).act(deed, "", NOW)).isEmpty();
    assertThat(phone.off()).isEmpty();
  }

  @Test
  void aTextFromBeforeARestartIsNotCarriedAgain() {
    phone.restore(
        "POST",
        ACCOUNT + "Messages.json",
        Form.encoded(
            Map.of("To", NUMBER, "From", "+12025550199", "Body", "x", "StatusCallback", TOLD)),
        "SM1",
        NOW);
    assertThat(network.carry("SM1", NOW)).isEmpty();
    assertThat(asked("SM1")).containsEntry("status", "delivered");
  }

  private void power(Deed.Kind kind, String number) {
    Deed deed = new Deed(Provider.PHONE, kind, "", number, "");
    assertThat(new PhonePeople(phone, callbacks, TOLD).act(deed, "", NOW)).contains(List.of());
  }

  private String text(String told) {
    return post("Messages.json", Map.of("Body", "It is down.", "StatusCallback", told));
  }

  private String call() {
    return post(
        "Calls.json",
        Map.of(
            "Twiml",
            "<Response><Say>It is down.</Say></Response>",
            "StatusCallback",
            "https://tocsin.example.com/callbacks/phone/status?n=x&p=1"));
  }

  private String post(String resource, Map<String, String> fields) {
    String form =
        Form.encoded(fields) + "&" + Form.encoded(Map.of("To", NUMBER, "From", "+12025550199"));
    return phone
        .answer("POST", ACCOUNT + resource, form, true, "%032x".formatted(++ids), NOW)
        .takenAs();
  }

  private Map<String, Object> asked(String sid) {
    return phone.answer("GET", ACCOUNT + "Messages/" + sid + ".json", "", true, "", NOW).body();
  }
}
