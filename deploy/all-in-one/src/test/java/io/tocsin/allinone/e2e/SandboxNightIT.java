package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * A whole P1 of the digital prescription team as its runbook's sections 4 and 8.2 say, from the
 * alert to the closed ticket, by nothing but the phone and Slack as people have them.
 */
class SandboxNightIT {
  @RegisterExtension static final TocsinRuns RUNS = TocsinRuns.after(SandboxNightIT::prepared);

  private static final Pattern INCIDENT = Pattern.compile("\\bRX-\\d+\\b");

  private final Outside outside = RUNS.tocsin().outside();
  private final SandboxBrowser browser =
      new SandboxBrowser(RUNS.tocsin().ports().url(Listener.SANDBOX));
  private final DatadogAlert alert = DatadogAlert.rxOutage();

  private static RunningTocsin prepared() throws IOException {
    RunningTocsin tocsin = RunningTocsin.prepared("night", Map.of());
    ShortPolicies.replace(
        tocsin.policies().resolve("digital-prescriptions/policy.yaml"),
        "at 2 min: the runbook",
        "by: [pagerduty]",
        "by: [phone, pagerduty]");
    return tocsin;
  }

  @Test
  @Tag("RUN-04.0")
  @Tag("RUN-04.1b")
  @Tag("RUN-04.1c")
  @Tag("RUN-04.3")
  @Tag("RUN-08.2")
  @Tag("RUN-09.2")
  void aP1IsRunFromThePhoneAndSlackAlone() {
    assertThat(outside.sendDatadog(alert.triggered()).join().statusCode()).isEqualTo(202);
    String incident = incident(browser.waitFor("/slack", alert.name(), "nobody has it yet"));
    browser.waitFor("/pagerduty", alert.name(), "triggered");
    browser.waitFor("/github", alert.name(), "open");

    takesItOnThePhone(incident);
    answersWhatIsAsked(incident);
    postsAnUpdate(incident);
    command("phase " + incident + " root-cause-identified", "on-call: root-cause-identified");
    command("finding " + incident + " the pool of connections is empty", "found something");
    browser.waitFor("/github", "the pool of connections is empty");

    assertThat(outside.sendDatadog(alert.recovered()).join().statusCode()).isEqualTo(202);
    browser.waitFor("/slack", "monitoring");
    command("resolve " + incident + " rolled back to 4.2.0", "rolled back to 4.2.0");
    command("close " + incident + " a leak of connections in 4.2.1", "closed by on-call");
    browser.waitFor(
        "/github",
        alert.name(),
        "closed as completed",
        "Root cause: a leak of connections in 4.2.1. Resolution: rolled back to 4.2.0. Duration:");
    browser.waitFor("/pagerduty", "resolved");
    nothingOfOursCameBack(incident);
  }

  /** Each provider told us of what we did there ourselves; it is nobody's deed. */
  private void nothingOfOursCameBack(String incident) {
    for (String provider : List.of("pagerduty", "github", "slack")) {
      await()
          .untilAsserted(
              () -> assertThat(outside.ignoredCallbacks(provider)).as(provider).isGreaterThan(2));
    }
    List<JsonNode> timeline = outside.shown(incident).path("timeline").valueStream().toList();
    assertThat(timeline)
        .extracting(entry -> entry.path("by").path("via").asString())
        .containsOnly("tocsin", "phone", "slack");
    assertThat(timeline)
        .filteredOn(
            entry -> entry.path("change").path("type").asString().equals("finding-recorded"))
        .hasSize(1);
  }

  private void takesItOnThePhone(String incident) {
    browser.send(browser.waitFor("/phone", "ringing"), ">Answer<", Map.of("act", "answer"));
    String talk = browser.waitFor("/phone", "answered", "Press 1 to acknowledge");
    browser.send(talk, ">1</button>", Map.of("text", "1"));
    browser.waitFor("/phone", "is yours", "over");
    browser.waitFor("/slack", incident + " · acknowledged · owner: On-call engineer");
    browser.waitFor("/pagerduty", "acknowledged");
    browser.waitFor(
        "/datadog", incident + ": Incident acknowledged - investigating", "monitor_id:");
  }

  private void answersWhatIsAsked(String incident) {
    String asked = browser.follow(browser.waitFor("/slack", "@rx-on-call"), "@rx-on-call");
    browser.send(browser.waitFor(asked, "Answer"), ">Answer<", Map.of());
    String form = browser.waitFor(asked, "Assess " + incident);
    browser.send(
        form,
        "name=\"field.unavailable\"",
        Map.of(
            "act", "submit",
            "field.users", "every patient",
            "field.unavailable", "yes",
            "field.workaround", "no"));
    String answered = browser.waitFor(asked, "only visible to you", "Done. " + incident);
    assertThat(answered).doesNotContain("id=\"modal\"");
  }

  private void postsAnUpdate(String incident) {
    browser.send(browser.page("/slack"), ">Update<", Map.of());
    String form = browser.waitFor("/slack", "Update " + incident);
    browser.send(form, "name=\"field.impact\"", Map.of("act", "submit"));
    browser.waitFor("/slack", "Fill in at least one field.");
    browser.send(
        browser.page("/slack"),
        "name=\"field.impact\"",
        Map.of(
            "act", "submit",
            "field.status", "Mitigating",
            "field.impact", "No prescription can be sent",
            "field.actions-taken", "Rolling back",
            "field.next-steps", "Watch the error rate",
            "field.eta", "2031-01-01T10:00"));
    browser.waitFor("/slack", "Incident Update", "No prescription can be sent", "Rolling back");
    assertThat(browser.page("/slack")).doesNotContain("id=\"modal\"");
  }

  private void command(String text, String answer) {
    browser.send(browser.page("/slack"), "id=\"command\"", Map.of("text", text));
    browser.waitFor("/slack", answer);
  }

  private static String incident(String page) {
    Matcher name = INCIDENT.matcher(page);
    assertThat(name.find()).isTrue();
    return name.group();
  }
}
