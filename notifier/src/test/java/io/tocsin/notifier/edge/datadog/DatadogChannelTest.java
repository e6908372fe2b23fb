package io.tocsin.notifier.edge.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Link;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.edge.provider.ChannelContract;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Datadog keeps the contract of every channel, and takes word back by its Events API. */
@Tag("RUN-04.1c")
class DatadogChannelTest extends ChannelContract {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final Link EVENT =
      new Link("Datadog", "https://app.datadoghq.eu/event/jump_to?event_id=1");
  private static final Link MONITOR =
      new Link("Monitor", "https://app.datadoghq.eu/monitors/2468013");

  @Override
  protected ChannelSender channel(String url) {
    return channel(url, 0);
  }

  @Override
  protected ChannelSender channel(String url, int perMinute) {
    return channel(url, KEY, perMinute);
  }

  private static DatadogChannel channel(String url, String key, int perMinute) {
    return new DatadogChannel(
        new DatadogSettings(url, key, perMinute, Duration.ofMillis(800)),
        () -> "0a1b2c3d",
        notification ->
            new MessageText(
                Reachable.policies(), Reachable.policies(), "https://tocsin.example.com"),
        "https://tocsin.example.com/");
  }

  @Override
  protected Notification page() {
    return acknowledged(Fixtures.content("API errors on 30 % of requests", "prescription-api"));
  }

  @Override
  protected Notification hugePage() {
    return acknowledged(Fixtures.content("🔔".repeat(40_000), "s".repeat(100)));
  }

  private static Notification acknowledged(Notification.Content content) {
    return acknowledged(content, List.of(EVENT, MONITOR));
  }

  private static Notification acknowledged(Notification.Content content, List<Link> links) {
    return told(MessageKind.ACKNOWLEDGED, content, links);
  }

  private static Notification told(
      MessageKind kind, Notification.Content content, List<Link> links) {
    Notification told =
        Reachable.told(
            Channel.DATADOG,
            Act.TELL,
            MessageKind.ACKNOWLEDGED,
            IncidentState.ACKNOWLEDGED,
            Told.MONITOR,
            Map.of("by", "devops-lead", "time", Fixtures.NOW.toString()));
    return Fixtures.with(
        told,
        new Notification.Content(
            content.severity(),
            false,
            content.title(),
            content.service(),
            content.environment(),
            content.startedAt(),
            null,
            kind,
            IncidentState.ACKNOWLEDGED,
            Told.MONITOR,
            "devops-lead",
            new Briefing(null, null, links, List.of()),
            content.evidence(),
            null,
            told.content().said()),
        null);
  }

  @Override
  protected MockResponse accepted() {
    return new MockResponse.Builder()
        .code(202)
        .body("{\"status\":\"ok\",\"event\":{\"id\":7001,\"id_str\":\"7001\"}}")
        .build();
  }

  @Override
  protected MockResponse quoting(int status) {
    return new MockResponse.Builder()
        .code(status)
        .body("{\"errors\":[\"'" + KEY + "' is no key\"]}")
        .build();
  }

  @Override
  protected String idempotencyKey(RecordedRequest request) {
    return body(request).get("aggregation_key").asString();
  }

  @Override
  protected String secret() {
    return KEY;
  }

  @Override
  protected List<String> outOfBounds(RecordedRequest request) {
    List<String> wrong = new ArrayList<>();
    if (body(request).get("title").asString().length() > 500) {
      wrong.add("title of " + body(request).get("title").asString().length());
    }
    String text = body(request).get("text").asString();
    if (text.length() > 4_000) {
      wrong.add("text of " + text.length());
    }
    if (!text.endsWith("/incidents/RX-142")) {
      wrong.add("the link was cut");
    }
    return wrong;
  }

  @Test
  void anAcknowledgementIsAnEventOnItsMonitor() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = deliver();
    assertThat(outcome.reference()).isEqualTo("7001");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/api/v1/events");
    assertThat(request.getHeaders().get("DD-API-KEY")).isEqualTo(KEY);
    Golden.assertIs(
        "datadog/acknowledged.json",
        ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body(request))
            + "\n");
  }

  @Test
  void messagesLinkTheMonitorItself() {
    Notification message =
        told(
            MessageKind.INCIDENT_MESSAGE,
            Fixtures.content("API errors", "prescription-api"),
            List.of(EVENT, MONITOR));
    assertThat(
            new MessageText(Reachable.policies(), Reachable.policies(), "")
                .of(message, Medium.MAIL)
                .text())
        .contains(MONITOR.href())
        .doesNotContain(EVENT.href());
  }

  @Test
  void nobodyIsWrittenToByWhatAnAlertSays() throws Exception {
    server.enqueue(accepted());
    pipeline.deliver(
        acknowledged(Fixtures.content("@all look @slack-ops", "prescription-api")),
        false,
        any -> false);
    String sent = server.takeRequest().getBody().utf8();
    assertThat(sent).contains("look").doesNotContain("@all", "@slack-ops");
  }

  @Test
  void withoutAKeyNothingIsWrittenBackAndNothingHasFailed() throws Exception {
    pipeline = pipelineOf(channel(server.url("/").toString(), "", 0));
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("not-wanted");
    assertThat(outcome.reason().text()).contains("set DATADOG_API_KEY");
    assertThat(outcome.isDelivered()).isFalse();
    assertThat(outcome.mayPass()).isFalse();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void whatDoesNotSayItsMonitorIsNotWrittenBackAndSaysHowItWouldBe() throws Exception {
    Outcome outcome =
        pipeline.deliver(
            acknowledged(Fixtures.content("x", "prescription-api"), List.of(EVENT)),
            false,
            any -> false);
    assertThat(outcome.reason().name()).isEqualTo("not-wanted");
    assertThat(outcome.reason().text()).contains("$ALERT_ID");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void whatMayHaveBeenSentIsSaidToBe() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = pipeline.deliver(page(), true, any -> false);
    assertThat(outcome.reason().text()).contains("may have taken it before");
  }

  @Test
  void itRingsNobody() {
    assertThatThrownBy(
            () ->
                channel(server.url("/").toString(), KEY, 0)
                    .calls(Fixtures.page(142, 1), Act.PAGE, List.of(1)))
        .hasMessageContaining("rings nobody");
  }

  @Test
  void theKeyIsProvenBeforeItIsNeeded() throws Exception {
    DatadogChannel channel = channel(server.url("/").toString(), KEY, 0);
    server.enqueue(new MockResponse.Builder().body("{\"valid\":true}").build());
    assertThat(channel.prove().verdict()).isEqualTo(Proof.Verdict.HOLDS);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/api/v1/validate");
    server.enqueue(new MockResponse.Builder().code(403).build());
    assertThat(channel.prove().text()).contains("set DATADOG_API_KEY to a valid one");
    server.enqueue(new MockResponse.Builder().code(500).build());
    assertThat(channel.prove().verdict()).isEqualTo(Proof.Verdict.UNKNOWN);
  }

  @Test
  void withoutAKeyHealthSaysWhatToSet() {
    assertThat(channel("http://127.0.0.1:1", "", 0).missing())
        .contains("set DATADOG_API_KEY to have acknowledgements written back");
    assertThat(channel("http://127.0.0.1:1", KEY, 0).missing()).isEmpty();
  }

  @Test
  void aKeyIsTakenWithoutTheLineBreakOfItsFileAndNeverShown() {
    assertThat(settings(KEY + "\n").apiKey()).isEqualTo(KEY);
    assertThat(settings(" ").apiKey()).isEmpty();
    assertThat(settings(KEY)).asString().doesNotContain(KEY);
    assertThatThrownBy(() -> settings(KEY + "\n" + KEY))
        .hasMessageContaining("DATADOG_API_KEY")
        .hasMessageNotContaining(KEY);
  }

  private static DatadogSettings settings(String key) {
    return new DatadogSettings("http://127.0.0.1:1", key, 0, Duration.ofSeconds(1));
  }

  @Test
  void theEventsNumberIsReadThoughTheWholeEventStandsBesideIt() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(202)
            .body("{\"event\":{\"text\":\"%s\",\"id_str\":\"7002\"}}".formatted("t".repeat(4_000)))
            .build());
    assertThat(deliver().reference()).isEqualTo("7002");
  }

  private static JsonNode body(RecordedRequest request) {
    return ContractJson.MAPPER.readTree(request.getBody().utf8());
  }
}
