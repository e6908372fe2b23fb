package io.tocsin.sandbox.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.Browser;
import io.tocsin.sandbox.RunningSandbox;
import io.tocsin.sandbox.Told;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack's page: read as one reads it there, and each deed is told to Tocsin, signed. */
class SlackPageTest {
  private static final String BLOCKS =
      """
      [{"type":"header","text":{"type":"plain_text","text":"P1 RX-1: down"}},
       {"type":"section","fields":[{"type":"mrkdwn","text":"*Level*"},{"type":"mrkdwn","text":"P1"}]},
       {"type":"context","elements":[{"type":"mrkdwn","text":"nobody has it yet"}]},
       {"type":"actions","elements":[
        {"type":"button","action_id":"tocsin_acknowledge","style":"primary","value":"RX-1",
         "text":{"type":"plain_text","text":"Acknowledge"}},
        {"type":"button","action_id":"tocsin_raise","style":"danger","value":"RX-1 P1",
         "text":{"type":"plain_text","text":"Raise to P1"},
         "confirm":{"title":{"type":"plain_text","text":"Raise to P1?"},
          "text":{"type":"plain_text","text":"It rings again."},
          "confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"}}}]}]
      """;
  private static final String FORM =
      """
      {"type":"modal","callback_id":"tocsin_update","private_metadata":"RX-1",
       "title":{"type":"plain_text","text":"Update RX-1"},"blocks":[
        {"type":"input","block_id":"status","optional":true,
         "label":{"type":"plain_text","text":"Status"},
         "element":{"type":"static_select","action_id":"value","options":[
          {"value":"Mitigating","text":{"type":"plain_text","text":"Mitigating"}}]}},
        {"type":"input","block_id":"impact","optional":true,
         "label":{"type":"plain_text","text":"Impact <b>"},
         "element":{"type":"plain_text_input","action_id":"value","multiline":true}}]}
      """;
  private static final String INTERACTIONS = "/callbacks/slack/interactions";

  @TempDir Path directory;
  private Told tocsin;
  private RunningSandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    tocsin = new Told();
    sandbox = new RunningSandbox(directory, tocsin.settings());
    browser = new Browser(sandbox.url());
    call("chat.postMessage", Map.of("channel", "#incidents", "text", "P1", "blocks", BLOCKS));
  }

  @AfterEach
  void stop() {
    sandbox.close();
    tocsin.close();
  }

  @Test
  void aMessageIsShownWithItsBlocks() {
    assertThat(browser.page("/slack"))
        .contains("<h2 id=\"channel\">#incidents</h2>")
        .contains("<p class=\"block-header\">P1 RX-1: down</p>")
        .contains("<div class=\"text\"><strong>Level</strong></div>")
        .contains("<div class=\"text context\">nobody has it yet</div>")
        .contains("<button class=\"primary\">Acknowledge</button>")
        .contains("<strong>Raise to P1?</strong> It rings again.", "<button class=\"danger\">Yes");
  }

  @Test
  void aButtonIsPressedAndThePageIsShownAgain() {
    HttpResponse<String> answer = press(">Acknowledge<", Map.of());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .startsWith("/slack?as=rx-on-call#m");
    assertThat(tocsin.callbacks())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.address()).isEqualTo(INTERACTIONS);
              assertThat(told.proof()).startsWith("v0=");
              assertThat(plain(told)).contains("tocsin_acknowledge", "RX-1", "rx-on-call");
            });
  }

  @Test
  void aButtonThatTheMessageDoesNotShowCannotBePressed() {
    HttpResponse<String> answer = press(">Acknowledge<", Map.of("text", "tocsin_escalate"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("with a button");
    assertThat(tocsin.callbacks()).isEmpty();
  }

  @Test
  void whatIsAskedAgainCountsOnceItIsConfirmed() {
    press(">Yes<", Map.of());
    assertThat(plain(tocsin.callbacks().get(0))).contains("tocsin_raise", "\"RX-1 P1\"");
  }

  @Test
  void theCommandAndItsAnswerAreSeenByWhoGaveIt() {
    tocsin.answers("/callbacks/slack/commands", 200, "{\"text\":\"Do *this*.\"}");
    press("id=\"command\"", Map.of("text", "ack RX-1"));
    assertThat(plain(tocsin.callbacks().get(0))).contains("command=/incident", "text=ack RX-1");
    assertThat(page()).contains("only visible to you", "Do <strong>this</strong>.");
    assertThat(browser.page("/slack?as=somebody-else")).doesNotContain("only visible to you");
  }

  @Test
  void aReplyAndAReactionStandBelowTheMessage() {
    press("Reply in the thread", Map.of("text", "looking <b>"));
    press(":eyes:", Map.of());
    assertThat(page())
        .contains("1 in the thread", "looking &lt;b&gt;", "👀 1 <span class=\"who\">rx-on-call");
    assertThat(plain(tocsin.callbacks().get(0))).contains("\"thread_ts\"", "looking &lt;b&gt;");
    assertThat(plain(tocsin.callbacks().get(1))).contains("reaction_added", "\"eyes\"");
  }

  @Test
  void aFormThatIsOpenedIsFilledInAndSent() {
    openForm();
    assertThat(browser.page("/slack?as=somebody-else")).doesNotContain("Update RX-1");
    String form = page();
    assertThat(form)
        .contains("<h2 id=\"modal\">Update RX-1</h2>", "Impact &lt;b&gt;")
        .contains("<option value=\"Mitigating\">Mitigating</option>");
    browser.press(
        form,
        "name=\"field.impact\"",
        Map.of("act", "submit", "field.impact", "slow\r\nfor all", "field.status", "Mitigating"));
    assertThat(plain(tocsin.callbacks().get(1)))
        .contains("view_submission", "slow\\nfor all", "\"selected_option\"", "Mitigating");
    assertThat(page()).doesNotContain("id=\"modal\"");
  }

  @Test
  void whatIsWrongWithAFormIsSaidAtItsFieldAndWhatWasTypedStays() {
    openForm();
    tocsin.answers(
        INTERACTIONS,
        200,
        "{\"response_action\":\"errors\",\"errors\":{\"status\":\"Fill in at least one <b>.\"}}");
    browser.press(page(), "name=\"field.impact\"", Map.of("act", "submit", "field.impact", "slow"));
    assertThat(page())
        .contains("aria-describedby=\"x-status\" aria-invalid=\"true\"")
        .contains("id=\"x-status\" role=\"alert\">Fill in at least one &lt;b&gt;.")
        .contains(">slow</textarea>");
  }

  @Test
  void aFormCanBePutAway() {
    openForm();
    browser.press(page(), "name=\"field.impact\"", Map.of("act", "cancel"));
    assertThat(page()).doesNotContain("id=\"modal\"");
    assertThat(tocsin.callbacks()).hasSize(1);
  }

  @Test
  void whenTocsinRefusesOrIsAwayItIsSaidWithAWayBack() {
    tocsin.answers(INTERACTIONS, 401, "");
    HttpResponse<String> refused = press(">Acknowledge<", Map.of());
    assertThat(refused.statusCode()).isEqualTo(502);
    assertThat(refused.body()).contains("it answered 401", "Go back");
    tocsin.close();
    assertThat(press(">Acknowledge<", Map.of()).body()).contains("Tocsin was not told");
  }

  private void openForm() {
    press(">Acknowledge<", Map.of());
    String told = plain(tocsin.callbacks().get(0));
    String trigger = told.replaceAll("(?s).*\"trigger_id\":\"([^\"]+)\".*", "$1");
    call("views.open", Map.of("trigger_id", trigger, "view", FORM));
  }

  private HttpResponse<String> press(String button, Map<String, String> typed) {
    return browser.press(page(), button, typed);
  }

  private String page() {
    return browser.page("/slack?as=rx-on-call");
  }

  private void call(String method, Map<String, String> fields) {
    assertThat(browser.submit("/slack/api/" + method, fields, Map.of()).body())
        .contains("\"ok\":true");
  }

  private static String plain(Told.Callback told) {
    return URLDecoder.decode(told.body(), StandardCharsets.UTF_8);
  }
}
