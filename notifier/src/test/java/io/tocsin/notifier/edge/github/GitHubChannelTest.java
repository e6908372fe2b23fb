package io.tocsin.notifier.edge.github;

import static io.tocsin.notifier.Fixtures.policies;
import static io.tocsin.notifier.Fixtures.ticket;
import static io.tocsin.notifier.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.edge.provider.ChannelContract;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * GitHub keeps the contract of every channel. What only asks goes to a server of its own, so that
 * the contract sees what is said.
 */
@Tag("RUN-04.3")
class GitHubChannelTest extends ChannelContract {
  private static final String TOKEN = "token-of-a-test-0123456789";
  private static final String MARK = "<!-- tocsin:0a1b2c3d/RX-142/RX-142/%s/github/ticket -->";
  private static final String EMPTY = "[]";

  private final MockWebServer lists = new MockWebServer();
  private final Queue<String> found = new ConcurrentLinkedQueue<>();
  private final AtomicReference<String> known = new AtomicReference<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);

  @BeforeEach
  void startLists() throws IOException {
    lists.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String next = found.poll();
            return new MockResponse.Builder().body(next == null ? EMPTY : next).build();
          }
        });
    lists.start();
  }

  @AfterEach
  void stopLists() {
    lists.close();
  }

  @Override
  protected ChannelSender channel(String url) {
    return channel(url, 0);
  }

  @Override
  protected ChannelSender channel(String url, int perMinute) {
    return channel(url, perMinute, TOKEN);
  }

  private ChannelSender channel(String url, int perMinute, String token) {
    GitHubSettings settings = new GitHubSettings(url, token, perMinute, Duration.ofMillis(800));
    OkHttpClient client =
        GitHubHttp.client(settings)
            .newBuilder()
            .addInterceptor(chain -> chain.proceed(asked(chain.request())))
            .build();
    return new GitHubChannel(
        new GitHubHttp(client, settings, now::get),
        settings,
        () -> "0a1b2c3d",
        () -> policies(0),
        notification -> new MessageText(policies(0), policies(0), "https://tocsin.example.com"),
        incident -> Optional.ofNullable(known.get()));
  }

  private Request asked(Request request) {
    return request.method().equals("GET")
        ? request.newBuilder().url(request.url().newBuilder().port(lists.getPort()).build()).build()
        : request;
  }

  /** The next answer to who only asks, in the place of an empty list. */
  private void listing(String json) {
    found.add(json);
  }

  @Override
  protected Notification page() {
    return ticket(142, 2, Act.TELL, MessageKind.TICKET, Map.of());
  }

  @Override
  protected Notification hugePage() {
    return with(page(), huge(page().content()), null);
  }

  private static Notification.Content huge(Notification.Content content) {
    return new Notification.Content(
        content.severity(),
        false,
        "🔔".repeat(40_000),
        "s".repeat(60_000),
        content.environment(),
        content.startedAt(),
        null,
        MessageKind.TICKET,
        content.state(),
        content.audience(),
        null,
        content.briefing(),
        content.evidence(),
        null,
        Map.of());
  }

  @Override
  protected MockResponse accepted() {
    return new MockResponse.Builder()
        .code(201)
        .body("{\"number\":12,\"id\":991,\"user\":{\"login\":\"tocsin\"},\"labels\":[]}")
        .build();
  }

  @Override
  protected MockResponse quoting(int status) {
    return new MockResponse.Builder()
        .code(status)
        .body("{\"message\":\"Bad credentials: " + TOKEN + "\"}")
        .build();
  }

  @Override
  protected String idempotencyKey(RecordedRequest request) {
    String body = body(request).get("body").asString();
    return body.substring(body.indexOf("<!-- tocsin:"));
  }

  @Override
  protected String secret() {
    return TOKEN;
  }

  @Override
  protected List<String> outOfBounds(RecordedRequest request) {
    List<String> wrong = new ArrayList<>();
    String title = body(request).get("title").asString();
    String text = body(request).get("body").asString();
    if (title.codePointCount(0, title.length()) > 256) {
      wrong.add("title of " + title.codePointCount(0, title.length()));
    }
    if (text.length() > 65_536) {
      wrong.add("body of " + text.length());
    }
    if (!text.endsWith(MARK.formatted(2))) {
      wrong.add("no mark");
    }
    return wrong;
  }

  @Test
  void aTicketIsAnIssueWithLevelAndMark() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = deliver();
    assertThat(outcome.delivery(page(), Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#12");
    assertGolden("open.json", "POST", "/repos/healthflow/portals/issues", server.takeRequest());
    assertThat(lists.getRequestCount()).isZero();
  }

  @Test
  void gitHubsRecordedAnswerIsUnderstood() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(201).body(recorded("create-issue-and-labels")).build());
    Outcome outcome = deliver();
    assertThat(outcome.delivery(page(), Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#1");
  }

  @Test
  void gitHubsRecordedRefusalOfALabelCostsTheLabelOnly() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(422).body(recorded("422-validation-failed")).build());
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    server.takeRequest();
    assertThat(body(server.takeRequest()).has("labels")).isFalse();
  }

  /** The first answer of an exchange that was recorded with GitHub itself. */
  private static String recorded(String name) throws IOException {
    Path file = Path.of("../../shared/reference/wire/outbound/github/" + name + ".exchange.json");
    assumeTrue(Files.exists(file), "the reference examples are not here");
    return ContractJson.MAPPER.readTree(Files.readString(file)).get(0).get("response").toString();
  }

  @Test
  void aTicketThatMayBeThereIsLookedForAndNotOpenedTwice() throws Exception {
    listing(
        "[{\"number\":14,\"body\":\"other\"},{\"number\":13,\"body\":\"text\\n\\n%s\"}]"
            .formatted(MARK.formatted(2)));
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.delivery(page(), Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#13");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aTicketIsLookedForFromBeforeItsIncidentBegan() throws Exception {
    server.enqueue(accepted());
    pipeline.deliver(page(), true, any -> false);
    assertThat(lists.takeRequest().getTarget())
        .isEqualTo(
            "/repos/healthflow/portals/issues?state=all&sort=created&direction=desc"
                + "&since=2026-03-02T10%3A04%3A00Z&per_page=100&page=1");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aLongListIsReadToItsEnd() throws Exception {
    StringBuilder full = new StringBuilder("[");
    for (int i = 0; i < 100; i++) {
      full.append(i == 0 ? "" : ",").append("{\"number\":").append(i + 20).append('}');
    }
    listing(full + "]");
    listing("[{\"number\":13,\"body\":\"%s\"}]".formatted(MARK.formatted(2)));
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.delivery(page(), Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#13");
  }

  @Test
  void aSecondTryLooksWhetherTheFirstWasTaken() throws Exception {
    server.enqueue(quoting(502));
    listing("[{\"number\":13,\"body\":\"%s\"}]".formatted(MARK.formatted(2)));
    Outcome outcome = deliver();
    assertThat(outcome.delivery(page(), Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#13");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anotherInstallationsTicketIsNotOurs() throws Exception {
    listing("[{\"number\":13,\"body\":\"<!-- tocsin:ffffffff/RX-142/x -->\"}]");
    server.enqueue(accepted());
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.delivery(page(), Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#12");
  }

  @Test
  void labelsThatGitHubDoesNotTakeAreLeftOutRatherThanTheTicket() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(422)
            .body("{\"errors\":[{\"resource\":\"Label\",\"field\":\"name\"}]}")
            .build());
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(body(server.takeRequest()).has("labels")).isTrue();
    assertThat(body(server.takeRequest()).has("labels")).isFalse();
  }

  @Test
  @Tag("RUN-05.3")
  void aFindingIsACommentOnTheTicket() throws Exception {
    known.set("healthflow/portals#12");
    server.enqueue(accepted());
    Notification finding =
        ticket(
            142,
            5,
            Act.TELL,
            MessageKind.FINDING,
            Map.of("finding", "the pool is empty", "by", "lead", "time", "2026-03-02T10:14:00Z"));
    Outcome outcome = pipeline.deliver(finding, false, any -> false);
    assertThat(outcome.delivery(finding, Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#12/comment/991");
    assertGolden(
        "finding.json",
        "POST",
        "/repos/healthflow/portals/issues/12/comments",
        server.takeRequest());
  }

  @Test
  void aCommentThatMayBeThereIsLookedForAndNotWrittenTwice() throws Exception {
    known.set("healthflow/portals#12");
    listing("[{\"id\":5,\"body\":\"%s\"}]".formatted(MARK.formatted(4)));
    server.enqueue(accepted());
    Notification update = ticket(142, 5, Act.TELL, MessageKind.UPDATE, Map.of());
    pipeline.deliver(update, true, any -> false);
    assertThat(server.getRequestCount()).isEqualTo(1);

    listing("[{\"id\":6,\"body\":\"%s\"}]".formatted(MARK.formatted(5)));
    Outcome again = pipeline.deliver(update, true, any -> false);
    assertThat(again.delivery(update, Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#12/comment/6");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFindingThatWasWrittenOnTheTicketIsNotWrittenAgain() throws Exception {
    known.set("healthflow/portals#12");
    Notification echo =
        ticket(
            142,
            5,
            Act.TELL,
            MessageKind.FINDING,
            Map.of("finding", "the pool is empty", "by", "github:r-engineer"));
    assertThat(pipeline.deliver(echo, false, any -> false).isDelivered()).isTrue();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aTicketWhoseNameWasForgottenIsFoundByItsMark() throws Exception {
    listing("[{\"number\":13,\"body\":\"%s\"}]".formatted(MARK.formatted(2)));
    server.enqueue(accepted());
    Notification update = ticket(142, 5, Act.TELL, MessageKind.UPDATE, Map.of());
    assertThat(pipeline.deliver(update, false, any -> false).isDelivered()).isTrue();
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/repos/healthflow/portals/issues/13/comments");
  }

  @Test
  void whatIsToldBeforeTheTicketIsThereWaitsForIt() throws Exception {
    Notification update = ticket(142, 5, Act.TELL, MessageKind.UPDATE, Map.of());
    Outcome outcome = pipeline.deliver(update, false, any -> false);
    assertThat(outcome.mayPass()).isTrue();
    assertThat(outcome.reason().text()).contains("the ticket of RX-142 is not there");
  }

  @Test
  @Tag("RUN-09.2")
  void theTicketIsClosedWithCauseResolutionAndDuration() throws Exception {
    known.set("healthflow/portals#12");
    server.enqueue(accepted());
    server.enqueue(accepted());
    Notification closed =
        ticket(
            142,
            9,
            Act.TELL,
            MessageKind.TICKET_CLOSED,
            Map.of(
                "root-cause", "connections were leaked",
                "resolution", "rolled back",
                "incident-end", "2026-03-02T11:26:00Z",
                "by", "lead"));
    assertThat(pipeline.deliver(closed, false, any -> false).isDelivered()).isTrue();
    RecordedRequest comment = server.takeRequest();
    assertGolden(
        "close-comment.json", "POST", "/repos/healthflow/portals/issues/12/comments", comment);
    assertGolden(
        "close.json", "PATCH", "/repos/healthflow/portals/issues/12", server.takeRequest());
  }

  @Test
  void labelsFollowTheLevelAndWhatPeopleDidStays() throws Exception {
    known.set("healthflow/portals#12");
    listing(
        "{\"number\":12,\"labels\":[{\"name\":\"P3\"},{\"name\":\"incident\"},"
            + "{\"name\":\"customer-x\"}],\"assignees\":[{\"login\":\"r-engineer\"}]}");
    server.enqueue(accepted());
    Notification refresh = ticket(142, 6, Act.REFRESH, MessageKind.INCIDENT_MESSAGE, Map.of());
    Outcome outcome = pipeline.deliver(refresh, false, any -> false);
    assertThat(outcome.delivery(refresh, Fixtures.NOW).reference())
        .isEqualTo("healthflow/portals#12");
    assertGolden(
        "refresh.json", "PATCH", "/repos/healthflow/portals/issues/12", server.takeRequest());
  }

  @Test
  void aSecondTicketOfAnIncidentOnlyBringsTheFirstUpToDate() throws Exception {
    known.set("healthflow/portals#12");
    listing("{\"number\":12,\"labels\":[]}");
    server.enqueue(accepted());
    deliver();
    assertThat(server.takeRequest().getMethod()).isEqualTo("PATCH");
  }

  @Test
  void aLimitThatIsSaidIsKept() throws Exception {
    server.enqueue(quoting(403).newBuilder().setHeader("Retry-After", "60").build());
    assertThat(deliver().mayPass()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);

    Outcome meanwhile = deliver();
    assertThat(meanwhile.reason().name()).isEqualTo("rate-limited");
    assertThat(meanwhile.reason().text()).contains("2026-03-02T10:16:00Z");
    assertThat(server.getRequestCount()).isEqualTo(1);

    now.set(Fixtures.NOW.plusSeconds(61));
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
  }

  @Test
  void anUsedUpLimitIsWaitedFor() throws Exception {
    server.enqueue(
        quoting(429)
            .newBuilder()
            .setHeader("x-ratelimit-remaining", "0")
            .setHeader("x-ratelimit-reset", Fixtures.NOW.plusSeconds(600).getEpochSecond())
            .build());
    deliver();
    assertThat(deliver().reason().text()).contains("2026-03-02T10:25:00Z");
  }

  @Test
  void aSecondaryLimitWithoutATimeIsWaitedForAMinute() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(403)
            .body("{\"message\":\"You have exceeded a secondary rate limit.\"}")
            .build());
    deliver();
    assertThat(deliver().reason().text()).contains("2026-03-02T10:16:00Z");
  }

  @Test
  void withoutATokenItIsUnconfigured() throws Exception {
    ChannelSender nobody = channel(server.url("/").toString(), 0, "");
    pipeline = pipelineOf(nobody);
    assertThat(deliver().reason().text()).isEqualTo("unconfigured: set GITHUB_TOKEN");
    assertThat(nobody.missing()).contains("set GITHUB_TOKEN");
  }

  @Test
  void itIsAskedAsGitHubWantsToBeAsked() throws Exception {
    server.enqueue(accepted());
    deliver();
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/vnd.github+json");
    assertThat(request.getHeaders().get("X-GitHub-Api-Version")).isEqualTo("2022-11-28");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Tocsin");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
  }

  private static JsonNode body(RecordedRequest request) {
    return ContractJson.MAPPER.readTree(request.getBody().utf8());
  }

  private static void assertGolden(
      String name, String method, String target, RecordedRequest request) throws IOException {
    assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(method + " " + target);
    String actual =
        ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body(request))
            + "\n";
    try (InputStream golden = GitHubChannelTest.class.getResourceAsStream("/github/" + name)) {
      assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
