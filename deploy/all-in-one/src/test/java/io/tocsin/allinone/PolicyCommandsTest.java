package io.tocsin.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * {@code policy test}, {@code policy explain} and {@code policy coverage} as a person meets them.
 */
class PolicyCommandsTest {
  private static final Path SHOP = Path.of("src/test/resources/cases/root");
  private static final String PASSES =
      """
      cases:
        - name: The on-call is paged
          at: 2026-11-24T03:00
          given: [{alert: {service: shop, title: The shop is down}}]
          expect: [{page: on-call, by: pagerduty}]
      """;

  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copyTheShop() throws IOException {
    try (Stream<Path> files = Files.walk(SHOP)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(SHOP.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.createDirectories(root.resolve("shop/cases"));
  }

  @Test
  void casesThatPassAreCounted() throws IOException {
    cases(PASSES);
    assertThat(tocsin("test")).isZero();
    assertThat(out.toString())
        .matches(
            "1 case: 1 passed, 0 failed, 0 pending; read in [0-9.]+ s, played in [0-9.]+ s\\n");
  }

  @Test
  void aCaseThatFailsShowsItsTimeline() throws IOException {
    cases(PASSES.replace("by: pagerduty", "by: phone"));
    assertThat(tocsin("test")).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED shop/cases/night.yaml:2: The on-call is paged")
        .contains("page: on-call, by: phone")
        .contains("what came instead: page: on-call, by: pagerduty (night.yaml:5)")
        .contains("1 failed");
  }

  @Test
  void casesThatCannotBeReadAreTold() throws IOException {
    cases(PASSES.replace("page: on-call", "pgae: on-call"));
    assertThat(tocsin("test")).isEqualTo(2);
    assertThat(err.toString())
        .contains("shop/cases/night.yaml:5:15: 'pgae': no such key here; did you mean 'page'?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theCheckReadsTheCasesToo() throws IOException {
    cases(PASSES.replace("page: on-call", "page: on-cal"));
    assertThat(tocsin("check")).isEqualTo(1);
    assertThat(err.toString())
        .contains("shop/cases/night.yaml:5:21: 'on-cal': is no contact of this policy;")
        .contains("did you mean 'on-call'?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatMayNotBeMeantIsNotedAndIsNoProblem() throws IOException {
    Path rules = root.resolve("shop/severity.yaml");
    Files.writeString(
        rules, Files.readString(rules).replace("if: ", "if: labels.shop == \"x\" || "));
    assertThat(tocsin("check")).isZero();
    assertThat(err.toString())
        .startsWith("note: shop/severity.yaml:")
        .contains("ask for it first: has(labels.shop) && …");
    assertThat(out.toString()).startsWith("in order, hash ");
  }

  @Test
  void aPolicyThatCannotBeReadIsTold() throws IOException {
    Files.writeString(root.resolve("integrations.yaml"), "integrations: [\n");
    assertThat(tocsin("test")).isEqualTo(2);
    assertThat(err.toString()).contains("integrations.yaml");
  }

  @Test
  void noCaseAtAllIsNoSuccess() {
    assertThat(tocsin("test")).isEqualTo(2);
    assertThat(err.toString()).contains("there are no cases");
  }

  @Test
  void someCasesCanBeChosen() throws IOException {
    cases(PASSES);
    assertThat(tocsin("test", "--only", "night.yaml", "--timeline")).isZero();
    assertThat(out.toString()).contains("passed shop/cases/night.yaml:2: The on-call is paged");
    assertThat(tocsin("test", "--only", "nonsense")).isEqualTo(2);
  }

  @Test
  void machinesReadVerdictsAndTimelines() throws IOException {
    cases(PASSES.replace("by: pagerduty", "by: phone"));
    assertThat(tocsin("test", "--json")).isEqualTo(1);
    JsonNode all = ContractJson.MAPPER.readTree(out.toString());
    assertThat(all.path("failed").intValue()).isEqualTo(1);
    JsonNode verdict = all.path("verdicts").path(0);
    assertThat(verdict.path("verdict").stringValue()).isEqualTo("failed");
    assertThat(verdict.path("timeline")).isNotEmpty();
    assertThat(verdict.path("differences").path(0).path("line").intValue()).isEqualTo(5);
  }

  @Test
  void aRequirementWithoutACaseIsFound() throws IOException {
    Files.writeString(
        root.resolve("requirements.yaml"),
        "requirements:\n  - {id: SHOP-1, says: Somebody is paged when the shop is down}\n");
    cases(PASSES.replace("    at:", "    shows: [SHOP-1]\n    at:"));
    assertThat(tocsin("coverage")).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("shown +SHOP-1 +Somebody is paged when the shop is down \\(1\\)")
        .containsPattern("missing +RUN-08.2 +The ladder")
        .containsPattern("no-case +RUN-03.1b ");
  }

  @Test
  void theShippedPoliciesShowWhatTheyMust() {
    assertThat(run("policy", "coverage", "--policies", "../policies", "--json")).isZero();
    assertThat(ContractJson.MAPPER.readTree(out.toString()).size()).isGreaterThan(100);
  }

  @Test
  void anAlertOfACaseIsExplained() throws IOException {
    Path alert =
        Files.writeString(root.resolve("alert.yaml"), "service: shop\ntitle: The shop is down\n");
    assertThat(tocsin("explain", "--alert", alert.toString(), "--at", "2026-11-24T03:00")).isZero();
    assertThat(out.toString())
        .containsPattern("severity +P1")
        .containsPattern("why +shop-down: Nobody can buy.")
        .containsPattern("conditions +holds: .*down")
        .containsPattern("otherwise +P2 by integration-default: ")
        .containsPattern("rules +shop-down: decided")
        .containsPattern("\\+0s +Tue 24 Nov 03:00:00\n +RINGS +on-call by pagerduty")
        .containsPattern("\\+2m +Tue 24 Nov 03:02:00\n +RINGS +lead by phone")
        .containsPattern("\\+7m +Tue 24 Nov 03:07:00\n +RINGS +duty-manager by pagerduty")
        .containsPattern("\\+12m +.*\n +ladder +everyone on the ladder was called")
        .contains("PAGERDUTY_SHOP_KEY (on-call by pagerduty)")
        .contains("MONITOR_KEY (alerts of monitor)")
        .doesNotContain("PAGERDUTY_LEAD_KEY");
  }

  @Test
  void aWebhookIsExplainedAsItsToolSendsIt() throws IOException {
    Path body =
        Files.writeString(
            root.resolve("body.json"),
            """
            {"title": "The till is slow", "transition": "Warn", "tags": "service:shop,env:staging"}
            """);
    assertThat(tocsin("explain", "--alert", body.toString(), "--at", "2026-11-24T18:00", "--json"))
        .isZero();
    JsonNode json = ContractJson.MAPPER.readTree(out.toString());
    JsonNode judged = json.path("alerts").path(0);
    assertThat(judged.path("severity").stringValue()).isEqualTo("P4");
    assertThat(judged.path("environment").stringValue()).isEqualTo("staging");
    assertThat(json.path("told").toString())
        .contains("ladder-deferred", "2026-11-25T09:00+01:00", "lead by email");
  }

  /** No --source, no --integration: the shape says the tool, the alarm's name the service. */
  @Test
  void whateverIngestReadsIsExplained() {
    String event = "../../alert-ingest/src/test/resources/cloudwatch/event-state-change.json";
    assertThat(
            run(
                "policy",
                "explain",
                "--policies",
                "../policies",
                "--alert",
                event,
                "--at",
                "2026-11-24T03:00",
                "--json"))
        .isZero();
    JsonNode judged = ContractJson.MAPPER.readTree(out.toString()).path("alerts").path(0);
    assertThat(judged.path("integration").stringValue()).isEqualTo("eventbridge-rx");
    assertThat(judged.path("service").stringValue()).isEqualTo("prescription-api");
    assertThat(judged.path("unsaid").has("unavailable")).isTrue();
  }

  @Test
  void whatNobodyCanTellIsAsked() throws IOException {
    Path body = Files.writeString(root.resolve("body.json"), "{\"what\": \"ever\"}");
    assertThat(tocsin("explain", "--alert", body.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("add --source: datadog (monitor)");
    Files.writeString(body, "{\"title\":\"x\"\n");
    assertThat(tocsin("explain", "--alert", body.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("the JSON is broken at line 1, column");
    Path alert = Files.writeString(root.resolve("alert.yaml"), "title: Something is down\n");
    assertThat(tocsin("explain", "--alert", alert.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("add 'integration': monitor");
    Path sns =
        Files.writeString(root.resolve("sns.json"), "{\"TopicArn\": \"a\", \"MessageId\": \"1\"}");
    assertThat(tocsin("explain", "--alert", sns.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no integration of the policy is or sends cloudwatch");
  }

  @Test
  void whoSendsAnAlertOfACaseMayBeSaidByTheCommand() throws IOException {
    Path alert = Files.writeString(root.resolve("alert.yaml"), "title: Something is down\n");
    assertThat(tocsin("explain", "--alert", alert.toString(), "--integration", "monitor")).isZero();
    assertThat(out.toString()).contains("Something is down (monitor)");
    assertThat(tocsin("explain", "--alert", alert.toString(), "--integration", "moniter"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "--integration 'moniter' is no integration of the policy; did you mean 'monitor'?");
    Files.writeString(alert, "integration: monitor\ntitle: Something is down\n");
    assertThat(tocsin("explain", "--alert", alert.toString(), "--source", "datadog")).isEqualTo(2);
    assertThat(err.toString()).contains("--source is for a body as its tool sends it");
  }

  @Test
  void timesThatAreNoneAreRefused() throws IOException {
    Path alert = Files.writeString(root.resolve("alert.yaml"), "service: shop\ntitle: x\n");
    assertThat(tocsin("explain", "--alert", alert.toString(), "--at", "tomorrow")).isEqualTo(1);
    assertThat(err.toString()).contains("--at tomorrow is no time");
    assertThat(tocsin("explain", "--alert", alert.toString(), "--for", "long")).isEqualTo(1);
    assertThat(err.toString()).contains("--for long is no span");
  }

  private void cases(String text) throws IOException {
    Files.writeString(root.resolve("shop/cases/night.yaml"), text);
  }

  private int tocsin(String command, String... options) {
    return run(
        Stream.concat(
                Stream.of("policy", command, "--policies", root.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    CommandLine commandLine = Tocsin.commandLine(List::of);
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
