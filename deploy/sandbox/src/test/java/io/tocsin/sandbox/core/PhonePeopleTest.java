package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with their phones, and what Twilio calls back for it. */
class PhonePeopleTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  private static final String ACCOUNT = "/phone/2010-04-01/Accounts/ACtest/";
  private static final String TWIML =
      "<Response><Gather action=\"https://tocsin.example.com/callbacks/phone/gather?n=x&amp;p=1\">"
          + "<Say loop=\"2\">P1 prescription-api. Press 1.</Say></Gather></Response>";
  private static final String STATUS = "https://tocsin.example.com/callbacks/phone/status?n=x&p=1";

  private final Phone phone = new Phone(100);
  private int ids;

  @Test
  void aCallThatIsAnsweredWithAKeyCallsBackThreeTimes() {
    place();
    List<PhoneCallbacks.Signed> all = act(Deed.Kind.KEY, "1").orElseThrow();
    assertThat(all)
        .extracting(each -> each.fields().get("CallStatus"))
        .containsExactly("ringing", "in-progress", "in-progress");
    assertThat(all.get(0).url()).isEqualTo(STATUS);
    assertThat(all.get(2).url())
        .isEqualTo("https://tocsin.example.com/callbacks/phone/gather?n=x&p=1");
    assertThat(all.get(2).body()).contains("Digits=1").contains("CallSid=CA");
  }

  @Test
  void aCallEndsWithTheLastWordsAndThatIsToldToo() {
    place();
    act(Deed.Kind.KEY, "1");
    List<PhoneCallbacks.Signed> all =
        heard("<Response><Say>RX-1 is yours. Goodbye.</Say><Hangup/></Response>");
    assertThat(all)
        .extracting(each -> each.fields().get("CallStatus"))
        .containsExactly("completed");
    assertThat(call().status()).isEqualTo(PhoneCall.Status.COMPLETED);
    assertThat(call().twiml()).contains("RX-1 is yours.");
  }

  @Test
  void aCallThatIsLedElsewhereAsksThereAndGoesOn() {
    place();
    act(Deed.Kind.KEY, "9");
    String voice = "https://tocsin.example.com/callbacks/phone/voice?n=x&p=1";
    assertThat(
            heard("<Response><Redirect>" + voice.replace("&", "&amp;") + "</Redirect></Response>"))
        .extracting(PhoneCallbacks.Signed::url)
        .containsExactly(voice);
    assertThat(heard(TWIML)).isEmpty();
    assertThat(call().status()).isEqualTo(PhoneCall.Status.IN_PROGRESS);
    assertThat(act(Deed.Kind.KEY, "1").orElseThrow()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"DECLINE,busy", "IGNORE,no-answer"})
  void aCallThatNobodyTakesIsTold(Deed.Kind kind, String status) {
    place();
    assertThat(act(kind, "").orElseThrow())
        .extracting(each -> each.fields().get("CallStatus"))
        .containsExactly("ringing", status);
    assertThat(act(Deed.Kind.ANSWER, "")).isEmpty();
    assertThat(act(Deed.Kind.HANG_UP, "")).isEmpty();
  }

  @Test
  void whoHangsUpWithoutAKeyIsToldAsSuch() {
    place();
    act(Deed.Kind.ANSWER, "");
    assertThat(act(Deed.Kind.HANG_UP, "").orElseThrow())
        .extracting(each -> each.fields().get("CallStatus"))
        .containsExactly("completed");
  }

  @Test
  void aTextAndItsAnswerStandOnThePhone() {
    text("Answer ACK 4711 to take it.");
    String sid = phone.texts().get(0).sid();
    Deed deed = new Deed(Provider.PHONE, Deed.Kind.TEXT, "", sid, "ACK 4711");
    assertThat(people().act(deed, "%032x".formatted(++ids), NOW).orElseThrow()).hasSize(1);
    people()
        .heard(deed, "<Response><Message>RX-1 is yours.</Message></Response>", "f".repeat(32), NOW);
    assertThat(phone.texts())
        .extracting(PhoneText::body)
        .containsExactly("Answer ACK 4711 to take it.", "ACK 4711", "RX-1 is yours.");
    assertThat(phone.answer("GET", ACCOUNT + "Messages.json", "", true, "", NOW).body().toString())
        .contains("inbound", "outbound-reply");
  }

  private PhonePeople people() {
    return new PhonePeople(
        phone, new PhoneCallbacks("12345"), "https://tocsin.example.com/callbacks/phone/sms");
  }

  private Optional<List<PhoneCallbacks.Signed>> act(Deed.Kind kind, String text) {
    return people().act(deed(kind, text), "%032x".formatted(++ids), NOW);
  }

  private List<PhoneCallbacks.Signed> heard(String twiml) {
    return people().heard(deed(Deed.Kind.KEY, ""), twiml, "%032x".formatted(++ids), NOW);
  }

  private Deed deed(Deed.Kind kind, String text) {
    return new Deed(Provider.PHONE, kind, "", call().sid(), text);
  }

  private PhoneCall call() {
    return phone.calls().get(0);
  }

  private void place() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", "+12025550101");
    form.put("From", "+12025550199");
    form.put("Twiml", TWIML);
    form.put("StatusCallback", STATUS);
    post("Calls.json", form);
  }

  private void text(String body) {
    post("Messages.json", Map.of("To", "+12025550101", "From", "+12025550199", "Body", body));
  }

  private void post(String resource, Map<String, String> form) {
    phone.answer(
        "POST", ACCOUNT + resource, Form.encoded(form), true, "%032x".formatted(++ids), NOW);
  }
}
