package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The console in a real browser, on everything that runs. */
@ExtendWith(NeedsChromium.class)
class ConsoleIT {
  @RegisterExtension
  static final TocsinRuns RUNS =
      TocsinRuns.after(() -> RunningTocsin.prepared("console", Map.of()));

  private final Outside outside = RUNS.tocsin().outside();
  private final DatadogAlert alert = DatadogAlert.hpOutage();
  private ConsoleBrowser console;

  @BeforeEach
  void signedIn() throws IOException {
    console = new ConsoleBrowser(RUNS.tocsin().ports().url(Listener.ESCALATION_ENGINE));
    console.open("");
    console.signIn(Files.readString(RUNS.tocsin().data().resolve("operator-token")).strip());
    console.sees("Declare an incident");
  }

  @AfterEach
  void closed() {
    console.close();
  }

  @Test
  @Tag("RUN-04.1b")
  @Tag("RUN-04.1a")
  void anIncidentIsTakenInTheConsoleFromTheListToItsEnd() {
    String id = opened();
    console.sees(alert.name(), "nobody has it");
    console.pressAt(id, "Acknowledge");
    console.sees("operator has it");
    SandboxBrowser sandbox = new SandboxBrowser(RUNS.tocsin().ports().url(Listener.SANDBOX));
    sandbox.waitFor("/pagerduty", alert.name(), "acknowledged");

    console.open("#/incidents/" + id);
    console.sees(alert.name(), "operator has it", "operator, console", "What comes next");
    postsAnUpdate();
    answersWhatIsAsked();
    console.press("Enter a phase");
    console.choose("Phase, as everybody else is told", "implementing-fix");
    console.press("Enter a phase");
    console.sees("phase implementing-fix entered");

    console.press("Resolve");
    console.type("Why it is over", "rolled back to 4.2.0");
    console.press("Resolve");
    console.sees("an alert still fires; wait for recovery, or mark it a false alarm");
    outside.sendDatadog(alert.recovered()).join();
    console.sees("recovered, stability is watched");
    console.press("Resolve");
    console.sees("resolved", "rolled back to 4.2.0");
    console.press("Close");
    console.type("Root cause, in brief", "a leak of connections");
    console.type("What ended it, in brief", "rolled back");
    console.press("Close");
    console.sees("a leak of connections", "closed");
    assertThat(outside.incident(id).path("state").asString()).isEqualTo("CLOSED");
    assertThat(console.errors()).noneMatch(error -> !error.contains("/api/"));
  }

  private void postsAnUpdate() {
    console.press("Post an update");
    console.press("Post an update");
    console.sees("an update says at least one of 'status', 'impact' and 'actionsTaken'");
    console.type("Impact", "nobody can log in");
    console.press("Post an update");
    console.sees("an update says at least one of", false);
    console.sees("nobody can log in");
  }

  private void answersWhatIsAsked() {
    console.press("Answer what is asked");
    console.type("How many users are affected?", "1200");
    console.choose("Is there a security or data privacy concern?", "no");
    console.press("Answer what is asked");
    console.sees("users: 1200 (operator)");
  }

  @Test
  @Tag("RUN-03.3")
  void anIncidentIsDeclaredInTheConsole() {
    console.press("Declare an incident");
    console.type("What is wrong, in a few words", "The order queue stands still");
    console.press("Declare an incident");
    console.sees("without a service 'team' is needed");
    console.type("Service", "prescription-api");
    console.choose("Level", "P3");
    console.press("Declare an incident");
    console.sees("The order queue stands still", "P3", "RX-", "operator, console");
  }

  @Test
  void whatAnAlertSaysIsNeverMoreThanText() {
    DatadogAlert wicked =
        new DatadogAlert(
            "health-api",
            "<img src=x onerror=document.title='taken'><b>is unavailable</b>",
            alert.name());
    outside.sendDatadog(wicked.triggered()).join();
    console.sees("<img src=x onerror=document.title='taken'><b>is unavailable</b>");
    console.open("#/incidents/" + only(wicked).path("id").asString());
    console.sees("<img src=x onerror=document.title='taken'>", "Timeline");
    assertThat(console.count("main img, main b, main script")).isZero();
    assertThat(console.title()).contains("HP-");
  }

  @Test
  void aPressWhoseAnswerWasLostIsPressedAgainAndHappensOnce() {
    String id = opened();
    console.open("#/incidents/" + id);
    console.press("Note a finding");
    console.type("What was found", "the pool is empty");
    console.loseTheNextAnswer();
    console.press("Note a finding");
    console.sees("The engine is not reached. Press again: however often, it happens once.");
    console.press("Note a finding");
    console.sees("What was found", false);
    console.sees("the pool is empty");
    assertThat(said(id, "the pool is empty")).hasSize(1);
  }

  @Test
  void aConsoleThatIsCutOffSaysFromWhenItIs() {
    opened();
    console.sees(alert.name());
    console.offline(true);
    console.sees("The engine is not reached. What is shown is from", alert.name());
    console.offline(false);
    console.sees("The engine is not reached", false);
  }

  @Test
  void aTokenThatNobodyHasOpensNothing() {
    opened();
    console.press("Sign out");
    console.signIn("not-a-token");
    console.sees("Tocsin does not know this token.");
    assertThat(console.text()).doesNotContain(alert.name());
    console.open("#/incidents/HP-1");
    console.sees("Your token");
  }

  private String opened() {
    assertThat(outside.sendDatadog(alert.triggered()).join().statusCode()).isEqualTo(202);
    return only(alert).path("id").asString();
  }

  private JsonNode only(DatadogAlert of) {
    return await().until(() -> outside.incidents(of), found -> found.size() == 1).get(0);
  }

  private List<JsonNode> said(String id, String text) {
    return outside
        .shown(id)
        .path("timeline")
        .valueStream()
        .filter(entry -> entry.path("change").path("text").asString("").equals(text))
        .toList();
  }
}
