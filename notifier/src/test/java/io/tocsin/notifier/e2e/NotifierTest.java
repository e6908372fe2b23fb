package io.tocsin.notifier.e2e;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.acknowledge;
import static io.tocsin.notifier.Fixtures.incident;
import static io.tocsin.notifier.Fixtures.notification;
import static io.tocsin.notifier.Fixtures.page;
import static io.tocsin.notifier.Fixtures.resolve;
import static io.tocsin.notifier.e2e.Traffic.enqueue;
import static io.tocsin.notifier.e2e.Traffic.receipt;
import static io.tocsin.notifier.e2e.Traffic.send;
import static io.tocsin.notifier.e2e.Traffic.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.notifier.Canaries;
import io.tocsin.notifier.RunningNotifier;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service on a real broker, PagerDuty played by a web server. */
@Tag("RUN-08.2")
class NotifierTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static Provider provider;
  private static RunningNotifier notifier;

  @BeforeAll
  static void start() throws Exception {
    TopicSetup.ensure(Kafka.SETTINGS);
    provider = new Provider();
    Delivery before =
        new Delivery(
            page(900, 1),
            Delivery.State.RESERVED,
            null,
            new Reason("reserved", "by a former life"),
            NOW);
    Kafka.send(Topics.DELIVERIES, page(900, 1).id().toString(), before);
    Delivery unwanted =
        new Delivery(page(901, 1), Delivery.State.RESERVED, null, before.reason(), before.at());
    Kafka.send(Topics.DELIVERIES, page(901, 1).id().toString(), unwanted);
    Kafka.send(Topics.INCIDENTS, "RX-901", incident(901, 9, 9, IncidentState.ACKNOWLEDGED));
    notifier =
        new RunningNotifier(
            Kafka.SETTINGS, provider.url(), Map.of("tocsin.notifier.owed-again", "300ms"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> notifier.bean(NotifierKafka.class).isReady());
  }

  @AfterAll
  static void stop() {
    notifier.close();
    provider.close();
  }

  @BeforeEach
  void theProviderTakesEverything() {
    provider.answers(event -> Provider.accepted());
  }

  @Test
  void aRepeatedNotificationIsSentOnce() {
    send(page(1, 1));
    assertThat(receipt(page(1, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    send(page(1, 1));
    send(page(2, 1));
    receipt(page(2, 1));
    assertThat(provider.actionsAbout("RX-1")).containsExactly("trigger");
    assertThat(states(page(1, 1))).containsExactly(Delivery.State.RESERVED, Delivery.State.SENT);
  }

  @Test
  void aCanaryEndsHereAndLeavesNothingInDeliveries() {
    Notification canary = Canaries.of(6, NOW);
    send(canary);

    assertThat(receipt(canary).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(states(canary)).containsExactly(Delivery.State.RESERVED, Delivery.State.SENT);
    assertThat(Kafka.forgotten(Topics.DELIVERIES)).contains(canary.id().value());
    assertThat(provider.about(canary.incident().toString())).isEmpty();
  }

  @Test
  @Tag("RUN-04.1a")
  void aPageIsNotSentAfterTheIncidentWasAcknowledged() {
    Kafka.send(Topics.INCIDENTS, "RX-10", incident(10, 5, 5, IncidentState.ACKNOWLEDGED));
    await()
        .atMost(SOON)
        .until(
            () -> notifier.bean(NotifierKafka.class).standing(page(10, 1).incident()).isPresent());
    send(page(10, 1));
    DeliveryReceipt receipt = receipt(page(10, 1));
    assertThat(receipt.outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(receipt.reason().name()).isEqualTo("acknowledged-since");
    assertThat(provider.about("RX-10")).isEmpty();
  }

  @Test
  void anUnansweredReservationIsSentAgainUnderTheSameKey() {
    assertThat(receipt(page(900, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    send(page(902, 1));
    receipt(page(902, 1));
    String fresh = provider.about("RX-902").get(0).key();
    assertThat(provider.about("RX-900"))
        .singleElement()
        .satisfies(event -> assertThat(event.key()).isEqualTo(fresh.replace("RX-902", "RX-900")));
  }

  @Test
  @Tag("RUN-04.1a")
  void anUnansweredReservationThatIsNoLongerWantedIsResolved() {
    DeliveryReceipt receipt = receipt(page(901, 1));
    assertThat(receipt.outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(provider.actionsAbout("RX-901")).containsExactly("resolve");
  }

  @Test
  void aBatchWhoseTransactionWasEndedByTheCoordinatorIsTakenAgain() {
    send(page(950, 1));
    receipt(page(950, 1));
    fence("tocsin-notifier-1-pagerduty-0");
    send(page(951, 1));
    assertThat(receipt(page(951, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(provider.actionsAbout("RX-951")).containsExactly("trigger");
  }

  /** As the coordinator does to a transaction that takes too long. */
  private static void fence(String transactionalId) {
    Map<String, Object> settings = Kafka.SETTINGS.producer();
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    try (KafkaProducer<String, byte[]> other = new KafkaProducer<>(settings)) {
      other.initTransactions();
    }
  }

  @Test
  void whatBelongsToOneIncidentLeavesInOrder() {
    provider.answers(
        event ->
            event.action().equals("trigger")
                ? Provider.accepted().newBuilder().headersDelay(20, TimeUnit.MILLISECONDS).build()
                : Provider.accepted());
    for (int n = 1000; n < 1300; n++) {
      enqueue(page(n, 1));
      enqueue(acknowledge(n, 1));
      enqueue(resolve(n, 1));
    }
    await().atMost(SOON).until(() -> provider.aboutIncidentsFrom(1000, 1300).size() == 900);
    for (int n = 1000; n < 1300; n++) {
      assertThat(provider.actionsAbout("RX-" + n))
          .containsExactly("trigger", "acknowledge", "resolve");
    }
  }

  @Test
  void aChannelThatIsNotInstalledAnswersAtOnce() {
    Notification call = notification(20, 2, Act.PAGE, List.of(1), Channel.SERVICENOW);
    Kafka.send(Topics.notifications(Channel.SERVICENOW), "RX-20", call);
    DeliveryReceipt receipt = receipt(call);
    assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(receipt.reason().name()).isEqualTo("not-installed");
    assertThat(receipt.reason().text()).isEqualTo("the servicenow channel is not installed");
    assertThat(states(call)).containsExactly(Delivery.State.FAILED);
  }

  @Test
  void aProviderThatKeepsFailingLeavesTheDeliveryInDoubt() {
    provider.answers(
        event -> event.key().contains("RX-30-") ? Provider.status(500) : Provider.accepted());
    send(page(30, 1));
    DeliveryReceipt receipt = receipt(page(30, 1));
    assertThat(receipt.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(receipt.reason().name()).isEqualTo("provider-failed");
    assertThat(provider.about("RX-30")).hasSize(3);
  }

  @Test
  @Tag("RUN-04.1a")
  void anAcknowledgementThatFailsIsSaidAgainUntilTheProviderTakesIt() {
    send(page(31, 1));
    receipt(page(31, 1));
    provider.answers(
        event -> event.key().contains("RX-31-") ? Provider.status(500) : Provider.accepted());
    send(acknowledge(31, 1));
    await().atMost(SOON).until(() -> provider.about("RX-31").size() > 6);
    assertThat(states(acknowledge(31, 1))).containsExactly(Delivery.State.RESERVED);

    provider.answers(event -> Provider.accepted());

    assertThat(receipt(acknowledge(31, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(states(acknowledge(31, 1)))
        .containsExactly(Delivery.State.RESERVED, Delivery.State.SENT);
    assertThat(provider.actionsAbout("RX-31")).endsWith("acknowledge");
  }

  @Test
  void aResolutionOfAPageThatWasNeverSentIsSkipped() {
    Kafka.send(Topics.INCIDENTS, "RX-40", incident(40, 3, 3, IncidentState.ACKNOWLEDGED));
    await()
        .atMost(SOON)
        .until(
            () -> notifier.bean(NotifierKafka.class).standing(page(40, 1).incident()).isPresent());
    send(page(40, 1));
    send(resolve(40, 1));
    DeliveryReceipt receipt = receipt(resolve(40, 1));
    assertThat(receipt.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(receipt.reason().name()).isEqualTo("page-never-sent");
    assertThat(provider.about("RX-40")).isEmpty();
  }

  @Test
  void aRecordThatIsNoNotificationIsPutAsideAndTheNextOneIsSent() {
    Kafka.send(
        Topics.notifications(Channel.PAGERDUTY),
        "RX-50",
        "{\"broken".getBytes(StandardCharsets.UTF_8));
    Kafka.send(
        Topics.notifications(Channel.PAGERDUTY), "RX-50", "{}".getBytes(StandardCharsets.UTF_8));
    send(page(50, 1));
    assertThat(receipt(page(50, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(Kafka.read(Topics.DEAD_LETTERS))
        .extracting(rejected -> new String(rejected.raw(), StandardCharsets.UTF_8))
        .contains("{\"broken", "{}");
  }

  @Test
  void afterTheClockWasSetItGoesOnWithNewClients() {
    NotifierKafka kafka = notifier.bean(NotifierKafka.class);
    kafka.renew("a test says so");
    assertThat(kafka.isReady()).isFalse();
    send(page(60, 1));
    assertThat(receipt(page(60, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(provider.actionsAbout("RX-60")).containsExactly("trigger");
    await().atMost(SOON).until(kafka::isReady);
  }

  @Test
  void readinessAndMetricsAreServed() throws Exception {
    await().atMost(SOON).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    send(page(70, 1));
    receipt(page(70, 1));
    assertThat(get("/actuator/health/policy").body()).contains("\"policy\":\"hash-of-policy\"");
    assertThat(get("/actuator/prometheus").body())
        .contains("tocsin_policy_reload_refused 0.0")
        .contains("tocsin_notifier_deliveries_total{channel=\"pagerduty\",outcome=\"delivered\"}")
        .contains("tocsin_notifier_send_seconds_count{channel=\"pagerduty\"}")
        .contains("tocsin_notifier_backlog{channel=\"pagerduty\"}")
        .contains("tocsin_notifier_credentials{channel=\"pagerduty\"}")
        .contains("tocsin_clock_drift_seconds");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + notifier.port() + path))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
