package io.tocsin.notifier.edge.pagerduty;

import static io.tocsin.notifier.Fixtures.acknowledge;
import static io.tocsin.notifier.Fixtures.content;
import static io.tocsin.notifier.Fixtures.policies;
import static io.tocsin.notifier.Fixtures.resolve;
import static io.tocsin.notifier.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.RoutingKey;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.edge.provider.ChannelContract;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** PagerDuty keeps the contract of every channel, and speaks Events API v2. */
@Tag("RUN-08.2")
class PagerDutyChannelTest extends ChannelContract {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Override
  protected ChannelSender channel(String url) {
    return channel(url, 0);
  }

  @Override
  protected ChannelSender channel(String url, int perMinute) {
    return channel(url, policies(perMinute), Map.of("PAGERDUTY_RX_KEY", KEY), false);
  }

  private static ChannelSender channel(
      String url, Policies policies, Map<String, String> secrets, boolean standIns) {
    return new PagerDutyChannel(
        new PagerDutySettings(url, standIns, Duration.ofMillis(800), 4),
        () -> policies,
        () -> "0a1b2c3d",
        name -> Optional.ofNullable(secrets.get(name)),
        "https://tocsin.example.com/");
  }

  @Override
  protected Notification page() {
    return Fixtures.page(142, 1);
  }

  @Override
  protected Notification hugePage() {
    return with(page(), content("🔔".repeat(400_000), "s".repeat(600_000)), 7L);
  }

  @Override
  protected MockResponse accepted() {
    return new MockResponse.Builder()
        .code(202)
        .body("{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"k\"}")
        .build();
  }

  @Override
  protected MockResponse quoting(int status) {
    return new MockResponse.Builder()
        .code(status)
        .body("{\"status\":\"invalid event\",\"errors\":[\"'" + KEY + "' is no routing key\"]}")
        .build();
  }

  @Override
  protected String idempotencyKey(RecordedRequest request) {
    return body(request).get("dedup_key").asString();
  }

  @Override
  protected String secret() {
    return KEY;
  }

  @Override
  protected List<String> outOfBounds(RecordedRequest request) {
    List<String> wrong = new ArrayList<>(EventSchema.errors(body(request)));
    String summary = body(request).get("payload").get("summary").asString();
    if (!summary.endsWith("… (7 minutes late)")) {
      wrong.add("how late it is was cut");
    }
    if (request.getBodySize() > 512_000) {
      wrong.add("body of " + request.getBodySize());
    }
    return wrong;
  }

  @Test
  void aPageIsATrigger() throws Exception {
    server.enqueue(accepted());
    Outcome outcome = deliver();
    assertThat(outcome.reference()).isEqualTo("0a1b2c3d-RX-142-1");
    assertGolden("trigger.json", server.takeRequest());
  }

  @Test
  @Tag("RUN-04.1a")
  void anAcknowledgementIsOneCallForEachPage() throws Exception {
    server.enqueue(accepted());
    server.enqueue(accepted());
    pipeline.deliver(acknowledge(142, 1, 2), false, any -> false);
    assertGolden("acknowledge.json", server.takeRequest());
    assertThat(idempotencyKey(server.takeRequest())).isEqualTo("0a1b2c3d-RX-142-2");
  }

  @Test
  void aResolutionNamesThePage() throws Exception {
    server.enqueue(accepted());
    pipeline.deliver(resolve(142, 1), false, any -> false);
    assertGolden("resolve.json", server.takeRequest());
  }

  @ParameterizedTest
  @CsvSource({"P1,critical", "P2,error", "P3,warning", "P4,info"})
  @Tag("RUN-02.1a")
  void theLevelIsSaidInPagerDutysWords(Severity level, String said) throws Exception {
    Notification.Content content = content("t", "s");
    server.enqueue(accepted());
    pipeline.deliver(
        with(
            page(),
            Notification.Content.page(
                level, false, content.title(), "s", "production", content.startedAt(), null),
            null),
        false,
        any -> false);
    assertThat(body(server.takeRequest()).get("payload").get("severity").asString())
        .isEqualTo(said);
  }

  @Test
  void anEventThatPagerDutyFindsTooLargeIsSentOnceMoreWithoutDetails() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body("{\"errors\":[\"'custom_details' is too long (maximum is 1024 characters)\"]}")
            .build());
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
    assertThat(body(server.takeRequest()).get("payload").has("custom_details")).isTrue();
    JsonNode second = body(server.takeRequest());
    assertThat(second.get("payload").has("custom_details")).isFalse();
    assertThat(second.get("payload").get("severity").asString()).isEqualTo("critical");
    assertThat(second.get("dedup_key").asString()).isEqualTo("0a1b2c3d-RX-142-1");
  }

  @Test
  void aKeyThatIsNotSetIsSaidByItsName() throws Exception {
    pipeline = pipelineOf(channel(server.url("/").toString(), policies(0), Map.of(), false));
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("unconfigured");
    assertThat(outcome.reason().text()).isEqualTo("unconfigured: set PAGERDUTY_RX_KEY");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void besideTheSandboxAKeyThatIsNotSetIsMadeFromItsName() throws Exception {
    pipeline = pipelineOf(channel(server.url("/").toString(), policies(0), Map.of(), true));
    server.enqueue(accepted());
    deliver();
    assertThat(body(server.takeRequest()).get("routing_key").asString())
        .isEqualTo(RoutingKey.standIn("PAGERDUTY_RX_KEY"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void withoutAnAddressItIsUnconfigured() throws Exception {
    ChannelSender nowhere = channel("", policies(0), Map.of("PAGERDUTY_RX_KEY", KEY), false);
    pipeline = pipelineOf(nowhere);
    assertThat(deliver().reason().text()).isEqualTo("unconfigured: set PAGERDUTY_EVENTS_URL");
    assertThat(nowhere.missing()).contains("set PAGERDUTY_EVENTS_URL");
  }

  @Test
  void aKeyThatIsMendedInThePolicyIsUsedAtOnce() throws Exception {
    AtomicReference<Policies> live = new AtomicReference<>(policies(0, "${OLD}"));
    pipeline =
        pipelineOf(
            new PagerDutyChannel(
                new PagerDutySettings(server.url("/").toString(), false, Duration.ofSeconds(1), 4),
                live::get,
                () -> "0a1b2c3d",
                name -> Optional.ofNullable(name.equals("NEW") ? KEY : null),
                ""));
    assertThat(deliver().reason().text()).isEqualTo("unconfigured: set OLD");
    live.set(policies(0, "${NEW}"));
    server.enqueue(accepted());
    assertThat(deliver().isDelivered()).isTrue();
  }

  @Test
  void aSecretInThePolicyItselfIsNotUsed() throws Exception {
    pipeline = pipelineOf(channel(server.url("/").toString(), policies(0, KEY), Map.of(), false));
    Outcome outcome = deliver();
    assertThat(outcome.reason().name()).isEqualTo("unconfigured");
    assertThat(outcome.reason().text()).doesNotContain(KEY);
  }

  private static JsonNode body(RecordedRequest request) {
    return ContractJson.MAPPER.readTree(request.getBody().utf8());
  }

  private static void assertGolden(String name, RecordedRequest request) throws IOException {
    assertThat(request.getTarget()).isEqualTo("/v2/enqueue");
    assertThat(EventSchema.errors(body(request))).isEmpty();
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    try (InputStream golden =
        PagerDutyChannelTest.class.getResourceAsStream("/pagerduty/" + name)) {
      String actual =
          ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body(request));
      assertThat(actual + "\n")
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
