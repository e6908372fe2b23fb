package io.tocsin.contracts.runtime.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is on call by a schedule of PagerDuty, while it answers and while it does not. */
@Tag("RUN-08.2")
class OnCallReaderTest {
  private static final TeamCode TEAM = new TeamCode("TM");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String TWO_TURNS =
      """
      {"oncalls": [
        {"escalation_level": 1, "schedule": {"id": "PSCHED1"}, "start": "2026-03-02T10:00:00Z",
         "end": "2026-03-02T20:00:00+02:00",
         "user": {"id": "PUSER1", "name": "First engineer", "email": "First@example.com"}},
        {"escalation_level": 1, "schedule": {"id": "PSCHED1"}, "start": "2026-03-02T18:00:00Z",
         "end": null, "user": {"id": "PUSER2", "summary": "Second engineer"}}],
       "limit": 100, "offset": 0, "more": false}
      """;

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> proofs = new CopyOnWriteArrayList<>();
  private final Map<String, String> secrets =
      new HashMap<>(Map.of("PAGERDUTY_API_TOKEN", "a-token", "ON_CALL_SCHEDULE", "PSCHED1"));
  private volatile int status = 200;
  private volatile String answer = TWO_TURNS;
  private Instant now = NOON;
  private HttpServer pagerDuty;
  private LivePolicies live;
  private OnCallReader reader;

  @BeforeEach
  void start() throws Exception {
    pagerDuty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pagerDuty.createContext("/oncalls", this::respond);
    pagerDuty.start();
    restart();
  }

  private void restart() throws PolicyRejected {
    live = LivePolicies.unchanging(policies());
    reader =
        new OnCallReader(
            live,
            new PagerDutySchedules(
                "http://127.0.0.1:" + pagerDuty.getAddress().getPort() + "/",
                () -> secrets.getOrDefault("PAGERDUTY_API_TOKEN", "")),
            name -> Optional.ofNullable(secrets.get(name)),
            new OnCallFile(folder),
            () -> now);
  }

  @AfterEach
  void stop() {
    reader.close();
    pagerDuty.stop(0);
  }

  @Test
  void whoeverTheScheduleNamesIsCalled() {
    reader.look();

    assertThat(called(NOON)).isEqualTo("engineer-a");
    assertThat(called(Instant.parse("2026-03-02T18:00:00Z"))).isEqualTo("engineer-b");
    assertThat(asked)
        .containsExactly(
            "schedule_ids[]=PSCHED1&include[]=users&since=2026-03-02T12:00:00Z"
                + "&until=2026-03-09T12:00:00Z&limit=100&offset=0");
    assertThat(proofs).containsExactly("Token token=a-token");
    assertThat(live.told().keySet()).containsExactlyInAnyOrder("policy", "loaded");
  }

  @Test
  void everyPageIsRead() {
    answer = TWO_TURNS.replace("\"more\": false", "\"more\": true");

    reader.look();

    assertThat(asked).hasSizeGreaterThan(1);
    assertThat(asked.get(1)).endsWith("offset=100");
  }

  @Test
  void whileItIsAwayThePlanHoldsAndThenWhoeverHeldItLast() {
    reader.look();
    status = 503;
    now = NOON.plus(Duration.ofHours(1));
    reader.look();

    assertThat(called(NOON.plus(Duration.ofHours(7)))).isEqualTo("engineer-b");
    assertThat(called(NOON.plus(Duration.ofDays(30)))).isEqualTo("engineer-b");
    assertThat(live.told())
        .containsEntry(
            "on-call TM/on-call", "not read since " + now + ": PagerDuty answered HTTP 503");
  }

  @Test
  void onceItAnswersAgainNothingIsLeftToMend() {
    status = 503;
    reader.look();
    status = 200;
    reader.look();

    assertThat(live.told().keySet()).containsExactlyInAnyOrder("policy", "loaded");
  }

  @Test
  void aRestartWhileItIsAwayStillKnowsWhoIsOnCall() throws PolicyRejected {
    reader.look();
    reader.close();
    status = 503;
    restart();
    reader.start();

    assertThat(called(NOON)).isEqualTo("engineer-a");
  }

  @Test
  void beforeTheFirstAnswerTheRolesOwnAddressIsCalled() {
    status = 401;
    reader.look();

    assertThat(called(NOON)).isEqualTo("on-call");
  }

  @Test
  void aUserWhomThePolicyDoesNotKnowLeavesTheRoleToItsOwnAddress() {
    answer = TWO_TURNS.replace("First", "Third");
    reader.look();

    assertThat(called(NOON)).isEqualTo("on-call");
  }

  @Test
  void whatIsMissingIsNamed() {
    secrets.remove("ON_CALL_SCHEDULE");
    reader.look();
    assertThat(outage()).isEqualTo("ON_CALL_SCHEDULE is not set: the schedule's id");

    secrets.clear();
    secrets.put("ON_CALL_SCHEDULE", "PSCHED1");
    reader.look();
    assertThat(outage()).isEqualTo("PAGERDUTY_API_TOKEN is not set; a key that may read is enough");
  }

  @Test
  void anAnswerThatIsNoneChangesNothing() {
    reader.look();
    answer = "<html>";
    reader.look();

    assertThat(called(NOON)).isEqualTo("engineer-a");
    assertThat(outage()).isEqualTo("PagerDuty answered with what is no JSON");
  }

  private String called(Instant when) {
    return live.get().called(TEAM, "on-call", when).map(Contact::id).orElseThrow();
  }

  private String outage() {
    return live.outage(TEAM, "on-call").reason();
  }

  private void respond(HttpExchange call) throws IOException {
    asked.add(URLDecoder.decode(call.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
    proofs.add(call.getRequestHeaders().getFirst("Authorization"));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private static Policies policies() throws PolicyRejected {
    Map<String, String> files =
        new HashMap<>(PolicyFiles.read(Path.of("../policy/src/test/resources/good")).files());
    files.computeIfPresent(
        "team/contacts.yaml",
        (name, text) ->
            text
                + """

                people:
                  engineer-a: {name: Engineer A, methods: {email: first@example.com}}
                  engineer-b: {name: Second engineer, methods: {email: b@example.com}}
                rotas:
                  on-call: {zone: UTC, pagerduty-schedule: "${ON_CALL_SCHEDULE}"}
                """);
    return PolicyLoader.load(new PolicyBundle(files));
  }
}
