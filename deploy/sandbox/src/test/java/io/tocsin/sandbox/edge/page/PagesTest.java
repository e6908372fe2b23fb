package io.tocsin.sandbox.edge.page;

import static io.tocsin.sandbox.RunningSandbox.ENQUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.Browser;
import io.tocsin.sandbox.RunningSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Every page: what it may load, when it loads again, and that nothing which was sent is markup. */
class PagesTest {
  private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>";

  @TempDir static Path directory;
  static RunningSandbox sandbox;
  static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    sandbox = new RunningSandbox(directory, Map.of());
    browser = new Browser(sandbox.url());
    post(
        ENQUEUE,
        """
        {"routing_key":"%s","event_action":"trigger","dedup_key":"k<1>","payload":{
         "summary":"<script>alert(1)</script>","source":"<b>","severity":"warning",
         "custom_details":{"<i>":"<u>","tags":["a","b"]}},
         "links":[{"href":"javascript:alert(1)","text":"no"},
                  {"href":"https://example.com/?a=\\"b\\"","text":"<em>"}]}
        """
            .formatted(RunningSandbox.KEY));
    post("/slack/api/x", "text=<img>");
    post("/slack/api/chat.postMessage", "channel=%23incidents&text=" + HOSTILE);
    post(
        "/github/repos/healthflow/portals/issues",
        "{\"title\":\"%s\",\"body\":\"%s [a](javascript:alert(1)) <!-- our mark -->\"}"
            .formatted(HOSTILE, HOSTILE));
    sandbox
        .client()
        .post()
        .uri("/datadog/api/v1/events")
        .header("DD-API-KEY", "key")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            "{\"title\":\"%s\",\"text\":\"%s\",\"tags\":[\"<b>\"]}".formatted(HOSTILE, HOSTILE))
        .exchange()
        .expectStatus()
        .isAccepted();
    Mails.send(sandbox.smtpPort(), HOSTILE);
    post("/heartbeat/%3Cb%3E", "");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void anIncidentIsShownAsPagerDutyShowsIt() {
    assertThat(browser.page("/pagerduty"))
        .contains(">triggered<", ">warning<", "rang once")
        .contains("<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>")
        .contains("<dt>&lt;i&gt;</dt><dd>&lt;u&gt;</dd>")
        .contains("href=\"https://example.com/?a&#x3D;&quot;b&quot;\"")
        .contains("&lt;em&gt;</a>");
  }

  @Test
  void theOverviewSaysWhereSomethingWaitsAndWhatArrived() {
    assertThat(browser.page("/"))
        .contains("<li class=\"waits\"><a href=\"/pagerduty\">PagerDuty</a>")
        .contains("1 triggered, 0 acknowledged", "1 issue open", "1 mail")
        .contains("<code>POST /slack/api/x</code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/pagerduty", "/slack", "/phone", "/mail", "/github", "/datadog", "/beats"})
  void nothingThatWasSentIsMarkup(String path) {
    assertThat(browser.page(path).replace("<script src=\"/sandbox.js\" defer></script>", ""))
        .doesNotContain("<script", "<b>", "<i>", "<u>", "<em>", "<img", "href=\"javascript:");
  }

  @Test
  void whatWasWrittenBackToDatadogIsShownWithItsTags() {
    assertThat(browser.page("/datadog"))
        .contains(
            "<h2>&lt;script&gt;alert(1)&lt;/script&gt;", "<span class=\"mark\">&lt;b&gt;</span>");
  }

  @Test
  void whatGitHubShowsNobodyIsShownNobody() {
    assertThat(browser.page("/github")).doesNotContain("our mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/pagerduty", "/slack", "/phone", "/mail", "/github", "/datadog", "/beats"})
  void theRefreshCanBeStopped(String path) {
    assertThat(browser.page(path)).contains("/sandbox.js", "refresh&#x3D;off\">Stop refreshing");
    assertThat(browser.page(path + "?refresh=off"))
        .doesNotContain("/sandbox.js", "http-equiv=\"refresh\"");
  }

  @Test
  void withoutScriptsOnlyPagesLoadAgainOnWhichNothingIsTyped() {
    String again = "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>";
    assertThat(browser.page("/")).contains(again);
    assertThat(browser.page("/mail")).contains(again);
    assertThat(browser.page("/beats")).contains(again);
    assertThat(browser.page("/slack")).doesNotContain(again);
  }

  @Test
  void aPageMayLoadNothingButItsOwnAndSendOnlyHere() {
    sandbox
        .client()
        .get()
        .uri("/slack")
        .exchange()
        .expectHeader()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .expectHeader()
        .valueEquals(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self'; base-uri"
                + " 'none'; form-action 'self'; frame-ancestors 'none'");
    sandbox.client().get().uri("/sandbox.css").exchange().expectHeader().contentType("text/css");
  }

  @Test
  void theHtmlOfAMailIsShownWhereNothingRuns() {
    String page = browser.page("/mail");
    assertThat(page)
        .contains("<iframe src=\"/mail/html?id", " sandbox ")
        .contains("<dt>References</dt><dd>&lt;RX-1@example.com&gt;</dd>");
    String frame = page.substring(page.indexOf("/mail/html"));
    sandbox
        .client()
        .get()
        .uri(
            URI.create(
                sandbox.url() + frame.substring(0, frame.indexOf('"')).replace("&#x3D;", "=")))
        .exchange()
        .expectHeader()
        .valueEquals(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
        .expectBody(String.class)
        .value(html -> assertThat(html).contains("<h1>P1 RX-1</h1>"));
  }

  private static void post(String path, String body) {
    sandbox
        .client()
        .post()
        .uri(path)
        .contentType(MediaType.parseMediaType("text/plain"))
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }
}
