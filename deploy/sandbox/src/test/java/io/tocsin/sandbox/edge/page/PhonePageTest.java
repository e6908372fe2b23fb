package io.tocsin.sandbox.edge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.sandbox.Browser;
import io.tocsin.sandbox.RunningSandbox;
import io.tocsin.sandbox.Told;
import io.tocsin.sandbox.core.Form;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phones: a call is taken, listened to and answered with keys, a text with another. */
class PhonePageTest {
  private static final String ACCOUNT = "/phone/2010-04-01/Accounts/ACtest/";
  private static final String GATHER = "/callbacks/phone/gather";

  @TempDir Path directory;
  private Told tocsin;
  private RunningSandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    tocsin = new Told();
    Map<String, Object> settings = new HashMap<>(tocsin.settings());
    settings.put("tocsin.sandbox.people[0].name", "On-call engineer");
    settings.put("tocsin.sandbox.people[0].team", "RX");
    settings.put("tocsin.sandbox.people[0].slack", "@rx-on-call");
    settings.put("tocsin.sandbox.people[0].phone", "+12025550101");
    sandbox = new RunningSandbox(directory, settings);
    browser = new Browser(sandbox.url());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    tocsin.close();
  }

  @Test
  void aCallIsAnsweredAndAKeyIsPressed() {
    place(tocsin.url());
    assertThat(browser.page("/phone"))
        .contains("+12025550101", "On-call engineer, RX", ">ringing<")
        .doesNotContain("Press 1.");
    browser.press(browser.page("/phone"), ">Answer<", Map.of("act", "answer"));
    String talking = browser.page("/phone");
    assertThat(talking)
        .contains(">answered<", "P1 RX-1 &lt;b&gt; is down. Press 1.")
        .doesNotContain("Nobody pressed.");

    tocsin.answers(GATHER, 200, "<Response><Say>RX-1 is yours.</Say><Hangup/></Response>");
    assertThat(browser.press(talking, ">1</button>", Map.of("text", "1")).statusCode())
        .isEqualTo(303);
    assertThat(browser.page("/phone")).contains(">over<", "RX-1 is yours.");
    assertThat(tocsin.callbacks()).hasSize(4).allMatch(told -> !told.proof().isEmpty());
    assertThat(tocsin.callbacks())
        .extracting(Told.Callback::body)
        .satisfiesExactly(
            rings -> assertThat(rings).contains("CallStatus=ringing"),
            taken -> assertThat(taken).contains("CallStatus=in-progress"),
            key -> assertThat(key).contains("Digits=1"),
            over -> assertThat(over).contains("CallStatus=completed"));
  }

  @Test
  void aCallThatIsDeclinedIsToldAndOver() {
    place(tocsin.url());
    browser.press(browser.page("/phone"), ">Decline<", Map.of("act", "decline"));
    assertThat(browser.page("/phone")).contains(">declined<").doesNotContain(">Answer<");
    assertThat(tocsin.callbacks()).hasSize(2);
  }

  @Test
  void aTextIsAnsweredWithItsCodeAndTheAnswerIsShown() {
    send("Messages.json", Map.of("Body", "Answer ACK 4711 to take it."));
    tocsin.answers(
        "/callbacks/phone/sms", 200, "<Response><Message>RX-1 is yours.</Message></Response>");
    String page = browser.page("/phone");
    assertThat(page).contains("value=\"ACK 4711\"");
    browser.press(page, "Answer by text", Map.of("text", "ACK 4711"));
    assertThat(tocsin.callbacks().get(0).body())
        .contains("Body=ACK+4711", "From=%2B12025550101", "To=%2B12025550199");
    assertThat(browser.page("/phone")).contains("<p class=\"sms mine\">ACK 4711", "RX-1 is yours.");
  }

  @Test
  void aTextArrivesByItselfAndThatIsTold() {
    text();
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "delivered"));
    assertThat(tocsin.callbacks())
        .allMatch(told -> !told.proof().isEmpty())
        .allMatch(told -> told.address().equals("/callbacks/phone/sms-status?n=x&a=tell"));
    assertThat(browser.page("/phone")).contains("It is down.", " · arrived<");
  }

  @Test
  void aPhoneThatIsSwitchedOffGetsNeitherTextNorCall() {
    text();
    await().untilAsserted(() -> assertThat(statuses()).contains("delivered"));
    browser.press(browser.page("/phone"), ">Switch off<", Map.of("act", "switch-off"));
    tocsin.callbacks().clear();
    text();
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent", "undelivered"));
    assertThat(tocsin.callbacks().get(1).body()).contains("ErrorCode=30003");
    place(tocsin.url());
    await()
        .untilAsserted(
            () -> assertThat(browser.page("/phone")).contains(">nobody answered<", ">Switch on<"));
    assertThat(browser.page("/phone")).contains("did not arrive", "This phone is off");

    browser.press(browser.page("/phone"), ">Switch on<", Map.of("act", "switch-on"));
    assertThat(browser.page("/phone")).contains(">Switch off<");
  }

  @Test
  void nothingIsToldToAnybodyButTocsin() {
    place("http://127.0.0.1:1");
    assertThat(
            browser.press(browser.page("/phone"), ">Answer<", Map.of("act", "answer")).statusCode())
        .isEqualTo(502);
    assertThat(tocsin.callbacks()).isEmpty();
  }

  private void text() {
    send(
        "Messages.json",
        Map.of(
            "Body",
            "It is down.",
            "StatusCallback",
            tocsin.url() + "/callbacks/phone/sms-status?n=x&a=tell"));
  }

  private List<String> statuses() {
    return tocsin.callbacks().stream()
        .map(told -> Form.of(told.body()).text("MessageStatus"))
        .toList();
  }

  private void place(String callbacks) {
    send(
        "Calls.json",
        Map.of(
            "Twiml",
            ("<Response><Gather action=\"%s%s?n=x&amp;p=1\">"
                    + "<Say>P1 RX-1 &lt;b&gt; is down. Press 1.</Say></Gather>"
                    + "<Say>Nobody pressed.</Say></Response>")
                .formatted(callbacks, GATHER),
            "StatusCallback",
            callbacks + "/callbacks/phone/status?n=x&p=1"));
  }

  private void send(String resource, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("To", "+12025550101");
    form.put("From", "+12025550199");
    assertThat(
            browser
                .submit(ACCOUNT + resource, form, Map.of("Authorization", "Basic eDp4"))
                .statusCode())
        .isEqualTo(201);
  }
}
