package io.tocsin.sandbox.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.Browser;
import io.tocsin.sandbox.RunningSandbox;
import io.tocsin.sandbox.Told;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pressed in PagerDuty and written on GitHub, and who may press. */
class PeopleFormsTest {
  @TempDir Path directory;
  private Told tocsin;
  private RunningSandbox sandbox;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    tocsin = new Told();
    sandbox = new RunningSandbox(directory, tocsin.settings());
    browser = new Browser(sandbox.url());
    sandbox.page("trigger", "key-1");
  }

  @AfterEach
  void stop() {
    sandbox.close();
    tocsin.close();
  }

  @Test
  void anIncidentIsAcknowledgedAndResolvedInPagerDuty() {
    browser.press(browser.page("/pagerduty"), ">Acknowledge<", Map.of("act", "acknowledge"));
    assertThat(browser.page("/pagerduty")).contains(">acknowledged<", "Take the acknowledgement");
    browser.press(browser.page("/pagerduty"), ">Resolve<", Map.of("act", "resolve"));
    assertThat(browser.page("/pagerduty")).contains(">resolved<").doesNotContain(">Resolve<");
    assertThat(tocsin.callbacks())
        .extracting(Told.Callback::body)
        .satisfiesExactly(
            first -> assertThat(first).contains("incident.acknowledged", "On-call engineer"),
            then -> assertThat(then).contains("incident.resolved"));
    assertThat(tocsin.callbacks()).allMatch(told -> told.proof().startsWith("v1="));
  }

  @Test
  void anIssueIsCommentedClosedAndReopened() {
    sandbox
        .client()
        .post()
        .uri("/github/repos/healthflow/portals/issues")
        .bodyValue("{\"title\":\"INCIDENT\",\"body\":\"**RX-1**\"}")
        .exchange();
    assertThat(browser.page("/github")).contains("<strong>RX-1</strong>");
    browser.press(browser.page("/github"), ">Comment<", Map.of("text", "the pool is empty"));
    browser.press(browser.page("/github"), ">Close issue<", Map.of("act", "close"));
    assertThat(browser.page("/github")).contains("<p>the pool is empty</p>", "as completed");
    browser.press(browser.page("/github"), ">Reopen issue<", Map.of("act", "reopen"));
    assertThat(browser.page("/github")).contains(">Close issue<");
    assertThat(tocsin.callbacks())
        .extracting(Told.Callback::body)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"created\"", "the pool is empty"),
            then -> assertThat(then).contains("\"closed\""),
            last -> assertThat(last).contains("\"reopened\""));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,https://evil.example.com",
    "Origin,null",
    "Origin,http://127.0.0.1:1",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site"
  })
  void anotherSitesPageActsForNobody(String header, String value) {
    Map<String, String> from = Map.of(header, value);
    assertThat(browser.submit("/people/pagerduty", deed(), from).statusCode()).isEqualTo(403);
    assertThat(browser.submit("/people", Map.of(), from).statusCode()).isEqualTo(403);
    assertThat(browser.submit("/faults", Map.of(), from).statusCode()).isEqualTo(403);
    assertThat(tocsin.callbacks()).isEmpty();
  }

  @Test
  void theSandboxsOwnPageDoes() {
    Map<String, String> from = Map.of("Origin", sandbox.url(), "Sec-Fetch-Site", "same-origin");
    assertThat(browser.submit("/people/pagerduty", deed(), from).statusCode()).isEqualTo(303);
  }

  @Test
  void aDeedLeadsBackToAPageOfTheSandboxAlone() {
    Map<String, String> deed = new HashMap<>(deed());
    deed.put("back", "as=a b\r\nX: y&//evil.example.com=1");
    deed.put("anchor", "\"><script>");
    assertThat(
            browser
                .submit("/people/pagerduty", deed, Map.of())
                .headers()
                .firstValue("Location")
                .orElse(""))
        .isEqualTo("/pagerduty?as=a+b%0D%0AX%3A+y&%2F%2Fevil.example.com=1");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(browser.submit("/people/pagerduty", Map.of(), Map.of()).body())
        .contains("Something is missing");
    assertThat(
            browser
                .submit(
                    "/people/pagerduty",
                    Map.of("act", "resolve", "person", "x", "on", "<b>"),
                    Map.of())
                .body())
        .contains("There is no &#39;&lt;b&gt;&#39; at pagerduty");
  }

  private static Map<String, String> deed() {
    return Map.of("act", "acknowledge", "person", "On-call engineer", "on", "key-1");
  }
}
