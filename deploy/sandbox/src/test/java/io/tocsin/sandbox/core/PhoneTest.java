package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in for Twilio: what it takes, refuses, finds again and calls back. */
class PhoneTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
  private static final String ACCOUNT = "/phone/2010-04-01/Accounts/ACtest/";
  private static final String TWIML =
      "<Response><Gather action=\"https://tocsin.example.com/callbacks/phone/gather?n=x&amp;p=1\">"
          + "<Say loop=\"2\">P1 prescription-api. Press 1.</Say></Gather></Response>";
  private static final String STATUS = "https://tocsin.example.com/callbacks/phone/status?n=x&p=1";

  private final Phone phone = new Phone(100);
  private int ids;

  @Test
  void aCallIsTakenAndWaits() {
    Answer answer = place("+12025550101");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .containsEntry("status", "queued")
        .containsEntry("to", "+12025550101")
        .containsEntry("direction", "outbound-api")
        .containsEntry("date_created", "Mon, 02 Mar 2026 10:15:00 +0000");
    assertThat(answer.takenAs()).startsWith("CA").hasSize(34);
    assertThat(phone.calls())
        .extracting(PhoneCall::status)
        .containsExactly(PhoneCall.Status.QUEUED);
  }

  @ParameterizedTest
  @CsvSource({
    "To,2025550101,21211",
    "From,tocsin,21212",
    "Twiml,'',21205",
    "Twiml,<Response>,12100",
    "Twiml,<Other/>,12100"
  })
  void whatTwilioRefusesIsRefusedWithItsCode(String field, String value, int code) {
    Map<String, String> form = call("+12025550101");
    form.put(field, value);
    Answer answer = post("Calls.json", form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).containsEntry("code", code);
    assertThat(answer.takenAs()).isNull();
    assertThat(phone.calls()).isEmpty();
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertThat(text("x".repeat(1_600)).status()).isEqualTo(201);
    assertThat(text("x".repeat(1_601)).body()).containsEntry("code", 21617);
    assertThat(text(" ").body()).containsEntry("code", 21602);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://tocsin.example.com/x", "https://to_csin.example.com/x", "/x"})
  void whatCannotBeCalledBackIsRefused(String address) {
    Map<String, String> form =
        Map.of(
            "To", "+12025550101", "From", "+12025550199", "Body", "x", "StatusCallback", address);
    assertThat(post("Messages.json", form).body()).containsEntry("code", 21609);
    assertThat(phone.texts()).isEmpty();
  }

  @Test
  void theAccountIsReadByWhoBringsCredentials() {
    String account = "/phone/2010-04-01/Accounts/ACtest.json";
    assertThat(phone.answer("GET", account, "", true, "1", NOW).body())
        .containsEntry("sid", "ACtest")
        .containsEntry("status", "active");
    assertThat(phone.answer("GET", account, "", false, "1", NOW).status()).isEqualTo(401);
    assertThat(phone.answer("POST", account, "", true, "1", NOW).status()).isEqualTo(404);
  }

  @Test
  void withoutCredentialsNothingIsTaken() {
    Answer answer =
        phone.answer(
            "POST", ACCOUNT + "Calls.json", Form.encoded(call("+12025550101")), false, "1", NOW);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).containsEntry("code", 20003);
  }

  @Test
  void callsToANumberAreListedTheLatestFirst() {
    String first = place("+12025550101").takenAs();
    place("+12025550102");
    String second = place("+12025550101").takenAs();
    assertThat(sids(get("Calls.json?To=%2B12025550101&PageSize=50")))
        .containsExactly(second, first);
    assertThat(sids(get("Calls.json?To=%2B12025550101&PageSize=1"))).containsExactly(second);
    assertThat(sids(get("Calls.json?Status=ringing"))).isEmpty();
  }

  @Test
  void whatACallCalledBackTellsWhoseItIs() {
    String sid = place("+12025550101").takenAs();
    assertThat(get("Calls/" + sid + "/Events.json").body().toString()).contains(STATUS);
  }

  @Test
  void aWaitingCallIsCanceledAndAnAnsweredOneIsNot() {
    String waiting = place("+12025550101").takenAs();
    String answered = place("+12025550102").takenAs();
    phone.move(answered, PhoneCall.Status.IN_PROGRESS, NOW);
    assertThat(post("Calls/" + waiting + ".json", Map.of("Status", "canceled")).body())
        .containsEntry("status", "canceled");
    assertThat(post("Calls/" + answered + ".json", Map.of("Status", "canceled")).status())
        .isEqualTo(400);
    assertThat(post("Calls/CA0.json", Map.of("Status", "canceled")).status()).isEqualTo(404);
  }

  @Test
  void whatWasTakenBeforeARestartIsThereAgain() {
    Answer answer = place("+12025550101");
    Phone after = new Phone(100);
    String path = ACCOUNT + "Calls.json";
    after.restore("POST", path, Form.encoded(call("+12025550101")), answer.takenAs(), NOW);
    assertThat(after.calls()).isEqualTo(phone.calls());
    after.restore(
        "POST", ACCOUNT + "Calls/" + answer.takenAs() + ".json", "Status=canceled", "", NOW);
    assertThat(after.calls())
        .extracting(PhoneCall::status)
        .containsExactly(PhoneCall.Status.CANCELED);
  }

  @Test
  void aProofIsMadeAsInTwiliosOwnExample() {
    PhoneCallbacks.Signed signed =
        new PhoneCallbacks("12345")
            .signed(
                "https://mycompany.com/myapp.php?foo=1&bar=2",
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
                    "+18005551212"));
    assertThat(signed.signature()).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void aTextIsAnsweredFromTheNumberItWentTo() {
    text("Answer ACK 4711 to take it.");
    PhoneCallbacks.Signed reply =
        new PhoneCallbacks("12345")
            .reply(
                phone.texts().get(0),
                "ACK 4711",
                "SM1",
                "https://tocsin.example.com/callbacks/phone/sms");
    assertThat(reply.fields())
        .containsEntry("From", "+12025550101")
        .containsEntry("To", "+12025550199")
        .containsEntry("Body", "ACK 4711");
  }

  private Answer place(String to) {
    return post("Calls.json", call(to));
  }

  private static Map<String, String> call(String to) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", to);
    form.put("From", "+12025550199");
    form.put("Twiml", TWIML);
    form.put("StatusCallback", STATUS);
    return form;
  }

  private Answer text(String body) {
    return post(
        "Messages.json", Map.of("To", "+12025550101", "From", "+12025550199", "Body", body));
  }

  private Answer post(String resource, Map<String, String> form) {
    String id = "%032x".formatted(++ids);
    return phone.answer("POST", ACCOUNT + resource, Form.encoded(form), true, id, NOW);
  }

  private Answer get(String resource) {
    return phone.answer("GET", ACCOUNT + resource, "", true, "", NOW);
  }

  private static List<String> sids(Answer answer) {
    return ((List<?>) answer.body().get("calls"))
        .stream().map(each -> String.valueOf(((Map<?, ?>) each).get("sid"))).toList();
  }
}
