package io.tocsin.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.allinone.up.OperatorTokens;
import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.events.Incident;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  private static final String INCIDENT =
      """
      {"id":"RX-142","revision":7,"state":"ACKNOWLEDGED",
       "subject":{"groupingKey":"RX-0a1b","occurrence":1,"service":"prescription-api",
                  "environment":"production","title":"All checks\\u001b fail","origin":"datadog"},
       "episode":1,
       "assessment":{"severity":"P1","unknown":false,
                     "decidedBy":{"name":"unavailable","text":"the service is unavailable"}},
       "alerts":{"firing":2,"total":3},
       "response":{"owner":{"id":"dana","via":"api"},"acknowledgedBy":{"id":"dana","via":"api"},
                   "quietedAt":7},
       "pageCount":1,
       "milestones":{"startedAt":"2026-01-05T10:00:00Z","openedAt":"2026-01-05T10:00:01Z",
                     "acknowledgedAt":"2026-01-05T10:01:00Z","changedAt":"2026-01-05T10:01:00Z"},
       "policy":"h","severity":"P1"}
      """;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer =
      "{\"incident\":"
          + INCIDENT
          + ",\"timeline\":[{\"sequence\":1,\"at\":\"2026-01-05T10:00:01Z\","
          + "\"by\":{\"id\":\"tocsin\",\"via\":\"tocsin\"},\"text\":\"nobody acknowledged\","
          + "\"change\":{\"type\":\"rung-called\",\"round\":1,\"rung\":1,\"method\":0,"
          + "\"role\":\"on-call\",\"channel\":\"pagerduty\",\"recipient\":\"on-call\","
          + "\"page\":2}}]}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          types.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      body));
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @Tag("RUN-04.1b")
  void anAcknowledgementFromTheCommandLineIsTheApisOwn() throws Exception {
    Incident after =
        api().command("/RX-142/acknowledge", IncidentAction.parse("acknowledge").body(List.of()));
    assertThat(requests).containsExactly("POST /api/incidents/RX-142/acknowledge Bearer token {}");
    assertThat(IncidentText.line(after))
        .isEqualTo(
            "RX-142   P1   acknowledged  prescription-api (production)  dana  All checks  fail");
  }

  @Test
  @Tag("RUN-08.1c")
  void aNewLevelTakesItsReasonFromTheRestOfTheLine() throws Exception {
    IncidentAction severity = IncidentAction.parse("severity");
    assertThat(severity.body(List.of("P2", "half", "of", "requests")))
        .isEqualTo(Map.of("severity", "P2", "reason", "half of requests"));
  }

  @Test
  @Tag("RUN-02.2")
  void answersAreGivenByTheirQuestions() throws Exception {
    IncidentAction assessment = IncidentAction.parse("assessment");
    assertThat(assessment.body(List.of("users=1200", "workaround=no")))
        .isEqualTo(Map.of("answers", Map.of("users", "1200", "workaround", "no")));
    assertThatThrownBy(() -> assessment.body(List.of("1200")))
        .hasMessage("'1200' is no answer; write question=answer, as in users=1200");
  }

  @Test
  @Tag("RUN-09.2")
  void anIncidentIsClosedWithItsCauseAndWhatEndedIt() throws Exception {
    IncidentAction close = IncidentAction.parse("close");
    assertThat(close.body(List.of("pool too small", "doubled", "it")))
        .isEqualTo(Map.of("rootCause", "pool too small", "resolution", "doubled it"));
    assertThatThrownBy(() -> close.body(List.of("pool")))
        .hasMessage("usage: tocsin incidents ID close ROOT-CAUSE RESOLUTION");
  }

  @Test
  @Tag("RUN-07.1b")
  void anUpdateIsPostedUnderTheApisName() throws Exception {
    IncidentAction update = IncidentAction.parse("update");
    api().command("/RX-142/" + update.path(), update.body(List.of("mitigating")));
    assertThat(requests)
        .containsExactly(
            "POST /api/incidents/RX-142/updates Bearer token {\"status\":\"mitigating\"}");
    assertThat(IncidentAction.parse("updates")).isEqualTo(update);
  }

  @Test
  @Tag("RUN-07.1b")
  void plainWordsOfAnUpdateAreItsStatus() throws Exception {
    assertThat(update("the pool is larger now"))
        .isEqualTo(Map.of("status", "the pool is larger now"));
  }

  @Test
  @Tag("RUN-07.1b")
  void aFieldOfAnUpdateTakesTheWordsUpToTheNext() throws Exception {
    assertThat(
            update(
                "Mitigating impact=one pharmacy waits actions-taken=restarted node 3"
                    + " next-steps=watch it eta=2026-01-05T11:00:00Z audience=stakeholders"))
        .isEqualTo(
            Map.of(
                "status", "Mitigating",
                "impact", "one pharmacy waits",
                "actionsTaken", "restarted node 3",
                "nextSteps", "watch it",
                "eta", "2026-01-05T11:00:00Z",
                "audience", "stakeholders"));
  }

  @Test
  @Tag("RUN-07.1b")
  void whatIsNoFieldOfAnUpdateIsAWordLikeAnyOther() throws Exception {
    assertThat(update("impact=none since pool=200"))
        .isEqualTo(Map.of("impact", "none since pool=200"));
  }

  @Test
  @Tag("RUN-07.1b")
  void whatAnUpdateLacksIsSaid() {
    assertThatThrownBy(() -> update("status=Mitigating status=Resolved"))
        .hasMessage("'status' is said twice; words without a field in front are the status");
    assertThatThrownBy(() -> update("impact= eta=2026-01-05T11:00:00Z"))
        .hasMessage("'impact=' says nothing; write words behind it, or leave it out");
    assertThatThrownBy(() -> IncidentAction.parse("update").body(List.of()))
        .hasMessage("usage: tocsin incidents ID update [STATUS] [FIELD=WORDS...]");
  }

  @Test
  void whatAnActionNeedsIsSaid() {
    assertThatThrownBy(() -> IncidentAction.parse("handover").body(List.of()))
        .hasMessage("usage: tocsin incidents ID handover TO");
    assertThatThrownBy(() -> IncidentAction.parse("false-alarm").body(List.of()))
        .hasMessage("usage: tocsin incidents ID false-alarm REASON");
    assertThatThrownBy(() -> IncidentAction.parse("ack"))
        .hasMessageStartingWith("'ack' is no action; there is acknowledge, handover TO,");
  }

  @Test
  void theLedgerNamesWhatCannotBeAccountedFor() throws Exception {
    answer =
        """
        {"asOf":"2026-01-05T10:02:00Z","lag":0,"accepted":5,"disposed":{"GROUPED":1,"OPENED":2},
         "waiting":1,"unaccounted":1,"oldestSeconds":75,
         "alerts":[{"id":"a1","key":"datadog-rx:2","acceptedAt":"2026-01-05T10:00:45Z",
                    "ageSeconds":75}],
         "canaries":{"accepted":9,"ended":8}}
        """;
    StringWriter said = new StringWriter();

    LedgerCommand.print(api().ledger(), new PrintWriter(said));

    assertThat(requests).containsExactly("GET /api/ledger Bearer token ");
    assertThat(said.toString().lines())
        .containsExactly(
            "accepted 5, waiting 1, unaccounted 1, as of 2026-01-05T10:02:00Z",
            "disposed: grouped 1, opened 2",
            "canaries: accepted 9, ended 8",
            "  a1  datadog-rx:2  accepted 2026-01-05T10:00:45Z, 75 s ago");
  }

  @Test
  void theListCarriesItsFilters() throws Exception {
    answer = "{\"incidents\":[" + INCIDENT + "]}";
    assertThat(api().list(Map.of("state", "", "service", "a b")))
        .extracting(incident -> incident.id().toString())
        .containsExactly("RX-142");
    assertThat(requests).containsExactly("GET /api/incidents?service=a+b Bearer token ");
  }

  @Test
  void anIncidentIsShownWithItsReasonAndTimes() throws Exception {
    assertThat(IncidentText.page(api().show("RX-142").incident()))
        .contains("why              the service is unavailable")
        .contains("alerts           2 firing of 3")
        .contains("acknowledged     2026-01-05T10:01:00Z")
        .doesNotContain("monitoring");
  }

  @Test
  void anIncidentUnderAnEarlierPolicySaysSo() throws Exception {
    answer = "{\"incident\":" + INCIDENT + ",\"timeline\":[],\"policyIsCurrent\":false}";
    EngineApi.Shown shown = api().show("RX-142");

    assertThat(shown.isUnderEarlierPolicy()).isTrue();
    assertThat(IncidentText.earlierPolicy(shown.incident()))
        .isEqualTo(
            "  policy           under an earlier one, h: it keeps that ladder, cadence and"
                + " templates until 'policy'\n");
  }

  @Test
  void itsTimelineSaysWhenWhoAndWhat() throws Exception {
    assertThat(api().show("RX-142").timeline())
        .extracting(IncidentText::entry)
        .containsExactly(
            "  2026-01-05T10:00:01Z  tocsin     called on-call by pagerduty, page 2:"
                + " nobody acknowledged");
  }

  @Test
  void anAnswerWithoutAnIncidentIsNotTakenForDone() {
    status = 202;
    answer = "{\"status\":\"accepted\"}";
    assertThatThrownBy(() -> api().command("/RX-142/acknowledge", Map.of()))
        .hasMessage("accepted but not done yet; look again with `tocsin incidents`");
  }

  @Test
  void problemDetailsBecomeOneLine() {
    status = 409;
    answer = "{\"title\":\"Refused\",\"detail\":\"an alert\\nfires\",\"status\":409}";
    assertThatThrownBy(() -> api().show("RX-142"))
        .isInstanceOf(CommandRefused.class)
        .hasMessage("refused (409): Refused: an alert fires");
  }

  @Test
  void nobodyAtHomeIsSaidWithWhatToDo() {
    server.stop(0);
    assertThatThrownBy(() -> api().show("RX-142"))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("is `tocsin up` running, with the same --port-offset?");
  }

  @Test
  @Tag("RUN-03.3")
  void declareOpensAnIncidentAndShowsIt(@TempDir Path data) throws Exception {
    status = 201;
    Files.writeString(data.resolve(OperatorTokens.CLEAR), "token\n");

    String said =
        run(
            new DeclareCommand(),
            Listener.ESCALATION_ENGINE,
            "--data",
            data.toString(),
            "--service",
            "prescription-api",
            "--severity",
            "P1",
            "All checks fail");

    assertThat(requests)
        .containsExactly(
            "POST /api/incidents Bearer token {\"service\":\"prescription-api\",\"severity\":\"P1\","
                + "\"title\":\"All checks fail\"}");
    assertThat(said).startsWith("RX-142   P1   acknowledged  prescription-api (production)");
  }

  @Test
  void sendPostsTheFileAsItsSenderWould(@TempDir Path folder) throws Exception {
    status = 202;
    answer = "{\"accepted\":1}";
    Path json = Files.writeString(folder.resolve("alert.json"), "{\"id\":\"7\"}");
    Path form = Files.writeString(folder.resolve("alert.form"), "Body=7");

    assertThat(run(new SendCommand(), Listener.ALERT_INGEST, "datadog", json.toString()))
        .isEqualTo("{\"accepted\":1}\n");
    run(new SendCommand(), Listener.ALERT_INGEST, "twilio", form.toString(), "--key", "k-1");

    assertThat(requests)
        .containsExactly(
            "POST /webhooks/datadog/demo-datadog null {\"id\":\"7\"}",
            "POST /webhooks/twilio/k-1 null Body=7");
    assertThat(types).containsExactly("application/json", "application/x-www-form-urlencoded");
  }

  @Test
  void whatSendIsRefusedEndsWithTheReason(@TempDir Path folder) throws IOException {
    status = 401;
    answer = "{\"title\":\"Unauthorized\",\"detail\":\"no integration has this key\"}";
    Path json = Files.writeString(folder.resolve("alert.json"), "{}");

    assertThatThrownBy(
            () -> run(new SendCommand(), Listener.ALERT_INGEST, "datadog", json.toString()))
        .isInstanceOf(CommandRefused.class)
        .hasMessage("refused (401): Unauthorized: no integration has this key");
  }

  /** What the command prints; its listener is the stand-in. */
  private String run(Callable<Integer> command, Listener listener, String... words)
      throws Exception {
    int offset = server.getAddress().getPort() - new Ports(0).of(listener);
    StringWriter said = new StringWriter();
    List<String> all = new ArrayList<>(List.of("--port-offset=" + offset));
    all.addAll(List.of(words));
    new CommandLine(command)
        .setOut(new PrintWriter(said, true))
        .parseArgs(all.toArray(String[]::new));
    assertThat(command.call()).isZero();
    return said.toString();
  }

  private static Map<String, Object> update(String line) throws CommandRefused {
    return IncidentAction.parse("update").body(List.of(line.split(" ")));
  }

  private EngineApi api() {
    return new EngineApi("http://127.0.0.1:" + server.getAddress().getPort(), "token");
  }
}
