package io.tocsin.notifier.edge.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.edge.provider.ChannelContract;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The telephone keeps the contract of every channel, and speaks Twilio's API. */
@Tag("RUN-08.2")
class PhoneContractTest extends ChannelContract {
  private static final String SID = "CA0123456789abcdef0123456789abcdef";

  /** What Twilio lists when it is asked after a doubt; the contract counts what is sent. */
  private volatile String listed = "{\"calls\":[],\"messages\":[]}";

  private final List<String> asked = new ArrayList<>();

  @Override
  protected ChannelSender channel(String url) {
    return channel(url, 0);
  }

  @Override
  protected ChannelSender channel(String url, int perMinute) {
    PhoneSettings settings = TestPhone.settings(url, perMinute);
    OkHttpClient http =
        PhoneConfiguration.client(settings)
            .newBuilder()
            .addInterceptor(
                chain ->
                    chain.request().method().equals("GET") && server.getRequestCount() > 0
                        ? listing(chain.request())
                        : chain.proceed(chain.request()))
            .build();
    return new PhoneChannel(http, TestPhone.desk(settings));
  }

  private Response listing(Request request) {
    asked.add(request.url().encodedPath());
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(listed, MediaType.get("application/json")))
        .build();
  }

  @Override
  protected Notification page() {
    return Reachable.page(Channel.PHONE);
  }

  @Override
  protected Notification hugePage() {
    return Fixtures.with(page(), Fixtures.content("🔔&<".repeat(100_000), "s".repeat(600_000)), 7L);
  }

  @Override
  protected MockResponse accepted() {
    return new MockResponse.Builder()
        .code(201)
        .body("{\"sid\":\"" + SID + "\",\"status\":\"queued\"}")
        .build();
  }

  @Override
  protected MockResponse quoting(int status) {
    return new MockResponse.Builder()
        .code(status)
        .body(
            "{\"code\":21211,\"message\":\"The 'To' number %s is not valid\",\"status\":%d}"
                .formatted(Reachable.NUMBER, status))
        .build();
  }

  @Override
  protected String idempotencyKey(RecordedRequest request) {
    return field(request, "StatusCallback");
  }

  /** A person's number: what the body holds that nobody else may see. */
  @Override
  protected String secret() {
    return Reachable.NUMBER.substring(1);
  }

  @Override
  protected List<String> outOfBounds(RecordedRequest request) {
    List<String> wrong = new ArrayList<>();
    if (field(request, "Twiml").length() > 4_000) {
      wrong.add("Twiml of " + field(request, "Twiml").length());
    }
    if (!field(request, "Twiml").contains("Press 1 to acknowledge")) {
      wrong.add("the keys were cut");
    }
    return wrong;
  }

  @Test
  void aPageIsACall() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = deliver();
    assertThat(outcome.reference()).isEqualTo(SID);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/2010-04-01/Accounts/ACtest/Calls.json");
    assertThat(request.getHeaders().get("Authorization")).startsWith("Basic ");
    Golden.assertIs("phone/call.txt", shown(request));
  }

  @Test
  void aCallThatTwilioHasIsNotPlacedAgain() throws Exception {
    listed = calls(SID, "queued", Fixtures.NOW.plusSeconds(1).toString());
    server.enqueue(quoting(500));
    Outcome outcome = deliver();
    assertThat(outcome.isDelivered()).isTrue();
    assertThat(outcome.reference()).isEqualTo(SID);
    assertThat(outcome.reason().text()).contains("not placed again");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCallFromBeforeThePageIsAnother() throws Exception {
    listed = calls(SID, "queued", Fixtures.NOW.minusSeconds(3_600).toString());
    server.enqueue(quoting(500));
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aCallForAnotherPageIsAnother() throws Exception {
    listed =
        calls(SID, "queued", Fixtures.NOW.toString())
            .replaceFirst(
                "^\\{",
                "{\"events\":[{\"request\":{\"url\":\"https://tocsin.example.com/callbacks/phone/"
                    + "status?n=RX-9%2F2%2Fphone%2Fon-call&p=1\"}}],");
    server.enqueue(quoting(500));
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aPageThatMayHaveBeenSentIsAskedForFirst() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .body(calls(SID, "in-progress", Fixtures.NOW.toString()))
            .build());
    listed =
        "{\"events\":[{\"request\":{\"url\":\"https://tocsin.example.com/callbacks/phone/status"
            + "?n=RX-142%2F2%2Fphone%2Fon-call&p=1\"}}]}";
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.reference()).isEqualTo(SID);
    assertThat(server.takeRequest().getTarget()).contains("/Calls.json?To=%2B12025550101");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  @Tag("RUN-04.1a")
  void whenSomebodyHasItWaitingCallsAreDroppedAndTheOthersAreTold() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body(calls(SID, "ringing", Fixtures.NOW.toString())).build());
    listed =
        "{\"events\":[{\"request\":{\"url\":\"https://tocsin.example.com/callbacks/phone/status"
            + "?n=RX-142%2F2%2Fphone%2Fon-call&p=1\"}}]}";
    server.enqueue(new MockResponse.Builder().body("{\"status\":\"canceled\"}").build());
    server.enqueue(accepted());
    assertThat(
            pipeline
                .deliver(Reachable.acknowledged(Channel.PHONE, "devops-lead"), false, any -> false)
                .isDelivered())
        .isTrue();
    server.takeRequest();
    RecordedRequest dropped = server.takeRequest();
    assertThat(dropped.getTarget()).endsWith("/Calls/" + SID + ".json");
    assertThat(field(dropped, "Status")).isEqualTo("canceled");
    Golden.assertIs("phone/acknowledged.txt", shown(server.takeRequest()));
  }

  @Test
  void aCallOfAnotherIncidentGoesOn() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body(calls(SID, "ringing", Fixtures.NOW.toString())).build());
    listed =
        "{\"events\":[{\"request\":{\"url\":\"https://tocsin.example.com/callbacks/phone/status"
            + "?n=RX-143%2F2%2Fphone%2Fon-call&p=1\"}}]}";
    pipeline.deliver(Reachable.resolved(Channel.PHONE, IncidentState.OPEN), false, any -> false);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whoTookItIsNotToldSo() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"calls\":[]}").build());
    pipeline.deliver(Reachable.acknowledged(Channel.PHONE, "on-call"), false, any -> false);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESOLVED", "HOLD_DOWN"})
  void whoWasRungIsToldThatItIsOver(IncidentState state) throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"calls\":[]}").build());
    server.enqueue(accepted());
    pipeline.deliver(Reachable.resolved(Channel.PHONE, state), false, any -> false);
    server.takeRequest();
    Golden.assertIs("phone/" + state.name().toLowerCase() + ".txt", shown(server.takeRequest()));
  }

  @Test
  @Tag("MHV-msg")
  void aTextSaysHowToTakeIt() throws Exception {
    server.enqueue(accepted());
    pipeline.deliver(Reachable.incidentMessage(Channel.PHONE, "on-call"), false, any -> false);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/2010-04-01/Accounts/ACtest/Messages.json");
    assertThat(field(request, "Body")).containsPattern("Answer ACK \\d{4} to take it\\.$");
    Golden.assertIs("phone/incident-message.txt", shown(request));
  }

  @Test
  void aTextHasOnlyFieldsThatTwilioKnows() throws Exception {
    Set<String> known = known("sms-create");
    server.enqueue(accepted());
    pipeline.deliver(Reachable.incidentMessage(Channel.PHONE, "on-call"), false, any -> false);
    assertThat(names(server.takeRequest())).isSubsetOf(known);
  }

  @Test
  void aCallHasOnlyFieldsThatTwilioKnows() throws Exception {
    Set<String> known = known("call-create");
    // a list, which the examples do not show
    known.add("StatusCallbackEvent");
    server.enqueue(accepted());
    deliver();
    assertThat(names(server.takeRequest())).isSubsetOf(known);
  }

  private static Set<String> known(String call) throws IOException {
    Path fields =
        Path.of("../../shared/reference/wire/outbound/twilio/" + call + ".form-fields.json");
    assumeTrue(Files.exists(fields), "the reference examples are not here");
    return new TreeSet<>(ContractJson.MAPPER.readTree(Files.readString(fields)).propertyNames());
  }

  private static List<String> names(RecordedRequest request) {
    return fields(request).stream().map(each -> each.substring(0, each.indexOf(':'))).toList();
  }

  @Test
  void aLongTextIsCutAndStillSaysHowToTakeIt() throws Exception {
    server.enqueue(accepted());
    Notification message = Reachable.incidentMessage(Channel.PHONE, "on-call");
    Notification.Content long_ = Fixtures.content("🔔".repeat(5_000), "s".repeat(5_000));
    pipeline.deliver(
        Fixtures.with(
            message,
            new Notification.Content(
                long_.severity(),
                false,
                long_.title(),
                long_.service(),
                "production",
                long_.startedAt(),
                null,
                message.content().kind(),
                IncidentState.OPEN,
                null,
                null,
                long_.briefing(),
                long_.evidence(),
                null,
                message.content().said()),
            null),
        false,
        any -> false);
    String body = field(server.takeRequest(), "Body");
    assertThat(body.length()).isLessThanOrEqualTo(1_600);
    assertThat(body).containsPattern("ACK \\d{4}");
  }

  @Test
  void aTextThatTwilioHasIsNotSentAgain() throws Exception {
    Notification message = Reachable.incidentMessage(Channel.PHONE, "on-call");
    String words =
        TestPhone.desk(TestPhone.settings("http://127.0.0.1", 0)).words().text(message, Act.TELL);
    listed =
        ContractJson.MAPPER.writeValueAsString(
            java.util.Map.of(
                "messages",
                List.of(
                    java.util.Map.of(
                        "sid",
                        "SM1",
                        "from",
                        TestPhone.FROM,
                        "body",
                        words,
                        "date_created",
                        TestPhone.date(Fixtures.NOW.toString())))));
    server.enqueue(quoting(503));
    Outcome outcome = pipeline.deliver(message, false, any -> false);
    assertThat(outcome.reference()).isEqualTo("SM1");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatIsMissingIsSaidByItsNames() {
    ChannelSender nowhere =
        new PhoneChannel(
            new OkHttpClient(),
            TestPhone.desk(
                new PhoneSettings(
                    "https://api.twilio.com",
                    "",
                    "",
                    "",
                    "",
                    java.time.Duration.ofSeconds(1),
                    java.time.Duration.ofSeconds(30),
                    0)));
    assertThat(nowhere.missing())
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .contains(
                        "TWILIO_ACCOUNT_SID",
                        "TWILIO_AUTH_TOKEN",
                        "TWILIO_FROM",
                        "TOCSIN_BASE_URL"));
  }

  private static String calls(String sid, String status, String created) {
    return "{\"calls\":[{\"sid\":\"%s\",\"from\":\"%s\",\"status\":\"%s\",\"date_created\":\"%s\"}]}"
        .formatted(sid, TestPhone.FROM, status, TestPhone.date(created));
  }

  private static String field(RecordedRequest request, String name) {
    return fields(request).stream()
        .filter(each -> each.startsWith(name + ": "))
        .findFirst()
        .map(each -> each.substring(name.length() + 2))
        .orElse("");
  }

  private static List<String> fields(RecordedRequest request) {
    return Arrays.stream(request.getBody().utf8().split("&"))
        .map(each -> URLDecoder.decode(each.replaceFirst("=", ": "), StandardCharsets.UTF_8))
        .toList();
  }

  private static String shown(RecordedRequest request) {
    return request.getTarget() + "\n" + String.join("\n", fields(request)) + "\n";
  }
}
