package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.edge.provider.ChannelContract;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Pipeline;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
import org.junit.jupiter.api.TestInfo;
import tools.jackson.databind.JsonNode;

/**
 * Slack keeps the contract of every channel. What only reads goes to a server of its own, so that
 * the contract sees what is written.
 */
@Tag("MHV-p34")
class SlackChannelTest extends ChannelContract {
  private static final String TOKEN = "xoxb-of-a-test-0123456789";

  private final MockWebServer reads = new MockWebServer();
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();
  private final List<String> read = new ArrayList<>();
  private final AtomicLong pages = new AtomicLong(1000);
  private boolean eachAnother;
  private SlackChannel sender;

  @BeforeEach
  void startReads(TestInfo test) throws IOException {
    reads.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String method = request.getUrl().encodedPath().replaceFirst(".*/", "");
            read.add(method);
            return new MockResponse.Builder().body(answer(method)).build();
          }
        });
    reads.start();
    eachAnother = test.getTestMethod().orElseThrow().getName().contains("RateLimit");
    if (test.getTestMethod().orElseThrow().getName().contains("IsWithdrawn")) {
      messages.add(marked("1700.000001", page(), "first"));
    }
  }

  private String answer(String method) {
    String found = messages.poll();
    return switch (method) {
      case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D0ONCALL1\"}}";
      case "conversations.list" ->
          "{\"ok\":true,\"channels\":[{\"id\":\"C0INCIDENTS\",\"name\":\"incidents\"}]}";
      default -> "{\"ok\":true,\"messages\":[" + (found == null ? "" : found) + "]}";
    };
  }

  @AfterEach
  void stopReads() {
    reads.close();
  }

  @Override
  protected ChannelSender channel(String url) {
    return channel(url, 0);
  }

  @Override
  protected ChannelSender channel(String url, int perMinute) {
    SlackSettings settings =
        new SlackSettings(url, TOKEN, "", Duration.ofMillis(800), 4, perMinute, 0);
    OkHttpClient client =
        SlackApi.client(settings)
            .newBuilder()
            .addInterceptor(chain -> chain.proceed(readElsewhere(chain.request())))
            .build();
    sender =
        new SlackChannel(
            settings,
            new SlackApi(settings, client),
            SlackPolicies::policies,
            () -> "0a1b2c3d",
            new Addresses(SlackPolicies::policies, name -> Optional.empty(), new SlackNames()),
            notification ->
                new MessageText(
                    SlackPolicies.policies(),
                    SlackPolicies.policies(),
                    "https://tocsin.example.com"));
    return sender;
  }

  private Request readElsewhere(Request request) {
    return request.url().encodedPath().contains("conversations.")
        ? request.newBuilder().url(request.url().newBuilder().port(reads.getPort()).build()).build()
        : request;
  }

  @Override
  protected Notification page() {
    return eachAnother
        ? Told.page(pages.incrementAndGet(), 2, "audience:elsewhere")
        : Told.page(2, "audience:elsewhere");
  }

  @Override
  protected Notification hugePage() {
    return Told.of(
        2,
        "audience:elsewhere",
        Act.PAGE,
        MessageKind.PAGE,
        IncidentState.OPEN,
        "🔔".repeat(40_000));
  }

  @Override
  protected MockResponse accepted() {
    return written("C0ELSEWHERE", "1700.000001");
  }

  private static MockResponse written(String channel, String ts) {
    return new MockResponse.Builder()
        .body("{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(channel, ts))
        .build();
  }

  @Override
  protected MockResponse quoting(int status) {
    return new MockResponse.Builder()
        .code(status)
        .body("{\"ok\":false,\"error\":\"bad token " + TOKEN + "\"}")
        .build();
  }

  @Override
  protected String idempotencyKey(RecordedRequest request) {
    return form(request).get("metadata");
  }

  @Override
  protected String secret() {
    return TOKEN;
  }

  @Override
  protected List<String> outOfBounds(RecordedRequest request) {
    Map<String, String> form = form(request);
    List<String> wrong = new ArrayList<>();
    if (form.get("text").length() > 4_000) {
      wrong.add("text of " + form.get("text").length());
    }
    JsonNode blocks = ContractJson.MAPPER.readTree(form.get("blocks"));
    if (blocks.size() > 50) {
      wrong.add(blocks.size() + " blocks");
    }
    for (JsonNode block : blocks) {
      int length = block.path("text").path("text").asString("").length();
      int most = block.get("type").asString().equals("header") ? 150 : 3_000;
      if (length > most) {
        wrong.add(block.get("type").asString() + " of " + length);
      }
    }
    return wrong;
  }

  @Test
  void theFirstMessageIsPostedWithItsMarker() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = send(Told.tell(1, "audience:elsewhere", MessageKind.INCIDENT_MESSAGE));
    RecordedRequest request = server.takeRequest();
    assertThat(outcome.reference()).isEqualTo("C0ELSEWHERE/1700.000001");
    assertThat(request.getUrl().encodedPath()).isEqualTo("/chat.postMessage");
    assertThat(form(request))
        .containsEntry("channel", "C0ELSEWHERE")
        .containsEntry("link_names", "0")
        .containsEntry("unfurl_links", "0")
        .doesNotContainKey("thread_ts");
    assertThat(form(request).get("metadata"))
        .contains("tocsin_incident", "0a1b2c3d", "RX-142/1/slack/audience:elsewhere", "first");
    assertThat(read).isEmpty();
  }

  @Test
  void whatIsSaidLaterGoesIntoTheThreadAndTheFirstMessageIsEdited() throws Exception {
    first("audience:elsewhere");
    server.enqueue(written("C0ELSEWHERE", "1700.000009"));
    server.enqueue(accepted());
    Outcome outcome = send(Told.tell(5, "audience:elsewhere", MessageKind.ACKNOWLEDGED));
    assertThat(form(server.takeRequest())).containsEntry("thread_ts", "1700.000001");
    RecordedRequest edit = server.takeRequest();
    assertThat(edit.getUrl().encodedPath()).isEqualTo("/chat.update");
    assertThat(form(edit)).containsEntry("ts", "1700.000001");
    assertThat(blocks(edit)).contains("owner: On-call engineer");
    assertThat(outcome.reference()).isEqualTo("C0ELSEWHERE/1700.000009");
  }

  @Test
  void anUpdateIsShownInTheChannelToo() throws Exception {
    first("audience:elsewhere");
    server.enqueue(written("C0ELSEWHERE", "1700.000009"));
    server.enqueue(accepted());
    send(Told.tell(5, "audience:elsewhere", MessageKind.UPDATE));
    assertThat(form(server.takeRequest())).containsEntry("reply_broadcast", "1");
  }

  @Test
  void twoRecipientsOfOneChannelShareTheFirstMessage() throws Exception {
    server.enqueue(written("C0INCIDENTS", "1700.000001"));
    send(Told.tell(1, "audience:incidents", MessageKind.INCIDENT_MESSAGE));
    server.takeRequest();
    server.enqueue(written("C0INCIDENTS", "1700.000002"));
    server.enqueue(accepted());
    send(Told.tell(1, "audience:engineers", MessageKind.INCIDENT_MESSAGE));
    Map<String, String> reply = form(server.takeRequest());
    assertThat(reply).containsEntry("thread_ts", "1700.000001");
    assertThat(read(reply.get("blocks"))).contains("<!subteam^" + SlackPolicies.TAG + ">");
  }

  @Test
  void theSameIsNotSaidTwiceInOneThread() throws Exception {
    server.enqueue(written("C0INCIDENTS", "1700.000001"));
    send(Told.tell(1, "audience:incidents", MessageKind.INCIDENT_MESSAGE));
    server.enqueue(written("C0INCIDENTS", "1700.000002"));
    server.enqueue(accepted());
    send(Told.tell(5, "audience:incidents", MessageKind.ACKNOWLEDGED));
    int before = server.getRequestCount();
    server.enqueue(accepted());
    send(Told.tell(5, "audience:engineers", MessageKind.ACKNOWLEDGED));
    assertThat(server.getRequestCount() - before).as("one edit").isEqualTo(1);
  }

  @Test
  void aPageThatMustRingAgainTagsInTheThread() throws Exception {
    server.enqueue(written("D0ONCALL1", "1700.000001"));
    send(Told.page(2, "on-call"));
    assertThat(form(server.takeRequest())).containsEntry("channel", SlackPolicies.ON_CALL);
    server.enqueue(written("D0ONCALL1", "1700.000002"));
    server.enqueue(accepted());
    send(Told.page(4, "on-call"));
    Map<String, String> again = form(server.takeRequest());
    assertThat(again)
        .containsEntry("thread_ts", "1700.000001")
        .containsEntry("reply_broadcast", "1");
    assertThat(read(again.get("blocks"))).contains("<@U0ONCALL1>", "tocsin_acknowledge");
  }

  @Test
  void aRefreshEditsAndTellsNobody() throws Exception {
    first("audience:elsewhere");
    server.enqueue(accepted());
    send(Told.refresh(7, "audience:elsewhere", IncidentState.MONITORING));
    RecordedRequest edit = server.takeRequest();
    assertThat(edit.getUrl().encodedPath()).isEqualTo("/chat.update");
    assertThat(blocks(edit)).contains("monitoring").doesNotContain("tocsin_acknowledge");
  }

  @Test
  void anOlderStateNeverTakesThePlaceOfANewerOne() throws Exception {
    first("audience:elsewhere");
    server.enqueue(accepted());
    send(Told.refresh(7, "audience:elsewhere", IncidentState.MONITORING));
    int before = server.getRequestCount();
    send(Told.refresh(6, "audience:elsewhere", IncidentState.ACKNOWLEDGED));
    assertThat(server.getRequestCount()).isEqualTo(before);
  }

  @Test
  void thereIsNothingToRefreshWhereNothingWasSaid() throws Exception {
    assertThat(send(Told.refresh(7, "audience:elsewhere", IncidentState.OPEN)).isDelivered())
        .isTrue();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void whatWasWrittenBeforeACrashIsFoundByItsMetadata() throws Exception {
    messages.add(marked("1700.000007", page(), "first"));
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.isDelivered()).isTrue();
    assertThat(outcome.reference()).isEqualTo("C0ELSEWHERE/1700.000007");
    assertThat(server.getRequestCount()).as("nothing is written twice").isZero();
  }

  @Test
  void whatSlackTakesAfterItWasGivenUpIsFoundByItsMetadata() throws Exception {
    server.enqueue(accepted().newBuilder().headersDelay(20, TimeUnit.SECONDS).build());
    server.enqueue(accepted());
    CompletableFuture.delayedExecutor(950, TimeUnit.MILLISECONDS)
        .execute(() -> messages.add(marked("1700.000007", page(), "first")));
    assertThat(deliver().reference()).isEqualTo("C0ELSEWHERE/1700.000007");
    assertThat(server.getRequestCount()).as("nothing is written twice").isEqualTo(1);
  }

  @Test
  void aReplyThatWasWrittenBeforeACrashIsFoundInTheThread() throws Exception {
    Notification update = Told.tell(5, "audience:elsewhere", MessageKind.UPDATE);
    recall(page(), "C0ELSEWHERE/1700.000001");
    messages.add(marked("1700.000008", update, "reply"));
    server.enqueue(accepted());
    Outcome outcome = pipeline.deliver(update, true, any -> false);
    assertThat(outcome.reference()).isEqualTo("C0ELSEWHERE/1700.000008");
    assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/chat.update");
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(read).containsExactly("conversations.replies");
  }

  @Test
  void anotherInstallationsMessageIsNotOurs() throws Exception {
    messages.add(marked("1700.000007", page(), "first").replace("0a1b2c3d", "ffffffff"));
    server.enqueue(accepted());
    pipeline.deliver(page(), true, any -> false);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aChannelByNameIsLookedUpBeforeItIsRead() throws Exception {
    Notification tell = Told.tell(1, "audience:incidents", MessageKind.INCIDENT_MESSAGE);
    server.enqueue(accepted());
    pipeline.deliver(tell, true, any -> false);
    assertThat(read).containsExactly("conversations.list", "conversations.history");
  }

  @Test
  void afterARestartTheThreadIsKnownFromDeliveries() throws Exception {
    recall(
        Told.tell(1, "audience:incidents", MessageKind.INCIDENT_MESSAGE),
        "C0INCIDENTS/1700.000001");
    server.enqueue(written("C0INCIDENTS", "1700.000002"));
    server.enqueue(accepted());
    send(Told.tell(5, "audience:engineers", MessageKind.UPDATE));
    assertThat(form(server.takeRequest())).containsEntry("thread_ts", "1700.000001");
  }

  @Test
  void slackIsLeftAloneForAsLongAsItAsks() throws Exception {
    server.enqueue(quoting(429).newBuilder().setHeader("Retry-After", "30").build());
    Outcome outcome = deliver();
    assertThat(outcome.reason().text()).contains("429", "left alone");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatSlackRefusesWithStatus200IsRefused() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body("{\"ok\":false,\"error\":\"channel_not_found\"}").build());
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("refused");
    assertThat(outcome.reason().text()).contains("channel_not_found");
  }

  @Test
  void aWrongTokenSaysWhatToSet() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body("{\"ok\":false,\"error\":\"invalid_auth\"}").build());
    assertThat(deliver().reason().text()).contains("invalid_auth", "SLACK_BOT_TOKEN");
  }

  @Test
  void aRecipientWithoutAnAddressIsUnconfigured() throws Exception {
    assertThat(send(Told.page(2, "mail-only")).reason().name()).isEqualTo("unconfigured");
    assertThat(send(Told.page(2, "secret")).reason().text())
        .isEqualTo("unconfigured: set SLACK_SECRET_CHANNEL");
  }

  @Test
  void aPageIsDeliveredAlthoughTheFirstMessageCannotBeEdited() throws Exception {
    first("audience:elsewhere");
    server.enqueue(written("C0ELSEWHERE", "1700.000009"));
    server.enqueue(quoting(500));
    server.enqueue(quoting(500));
    server.enqueue(quoting(500));
    assertThat(send(Told.page(4, "audience:elsewhere")).isDelivered()).isTrue();
  }

  private void first(String recipient) throws Exception {
    server.enqueue(accepted());
    send(Told.tell(1, recipient, MessageKind.INCIDENT_MESSAGE));
    server.takeRequest();
  }

  private void recall(Notification notification, String reference) {
    sender.recall(
        new Delivery(
            notification,
            Delivery.State.SENT,
            reference,
            new Reason("accepted", "Slack took it"),
            Fixtures.NOW));
  }

  private Outcome send(Notification notification) throws InterruptedException {
    Pipeline way = pipeline;
    return way.deliver(notification, false, any -> false);
  }

  private static String marked(String ts, Notification notification, String part) {
    Marker marker = new Marker("0a1b2c3d");
    var metadata = part.equals("first") ? marker.first(notification) : marker.reply(notification);
    return "{\"type\":\"message\",\"text\":\"x\",\"ts\":\"%s\",\"metadata\":%s}"
        .formatted(ts, GsonFactory.createSnakeCase().toJson(metadata));
  }

  private static String blocks(RecordedRequest request) {
    return read(form(request).get("blocks"));
  }

  /** Without the escapes of Slack's SDK. */
  private static String read(String json) {
    return ContractJson.MAPPER.readTree(json).toString();
  }

  static Map<String, String> form(RecordedRequest request) {
    Map<String, String> form = new HashMap<>();
    for (String pair : request.getBody().utf8().split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }
}
