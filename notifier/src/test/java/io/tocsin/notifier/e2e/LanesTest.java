package io.tocsin.notifier.e2e;

import static io.tocsin.notifier.Fixtures.acknowledge;
import static io.tocsin.notifier.Fixtures.page;
import static io.tocsin.notifier.Fixtures.resolve;
import static io.tocsin.notifier.e2e.Traffic.enqueue;
import static io.tocsin.notifier.e2e.Traffic.receipt;
import static io.tocsin.notifier.e2e.Traffic.send;
import static io.tocsin.notifier.e2e.Traffic.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.DeliveryReceipt.Outcome;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.RunningNotifier;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each channel has a lane of its own. These are so narrow that a provider which hangs fills its own
 * at once: two threads, and four that may wait.
 */
@Tag("RUN-08.2")
@Tag("long")
class LanesTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  private static Provider pagerDuty;
  private static Tickets tickets;
  private static RunningNotifier notifier;
  private static long next = 7500;

  @BeforeAll
  static void start() throws Exception {
    TopicSetup.ensure(Kafka.SETTINGS);
    pagerDuty = new Provider();
    tickets = new Tickets();
    notifier =
        new RunningNotifier(
            Kafka.SETTINGS,
            pagerDuty.url(),
            Map.of(
                "tocsin.notifier.instance",
                "lanes",
                "tocsin.notifier.threads",
                "2",
                "tocsin.notifier.backlog",
                "4",
                "tocsin.notifier.page-patience",
                "2s",
                "tocsin.notifier.owed-again",
                "300ms",
                "tocsin.notifier.github.api-url",
                tickets.url(),
                "tocsin.notifier.github.calls-per-minute",
                "0",
                "tocsin.notifier.github.token",
                "token-of-a-test"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> notifier.bean(NotifierKafka.class).isReady());
  }

  @AfterAll
  static void stop() {
    notifier.close();
    tickets.close();
    pagerDuty.close();
  }

  @BeforeEach
  void theProviderTakesEverything() {
    pagerDuty.answers(event -> Provider.accepted());
    awaitDelivered();
  }

  /** What a test before left has ended: a new page comes through. */
  private static void awaitDelivered() {
    await()
        .atMost(SOON)
        .until(
            () -> {
              Notification page = page(next++, 1);
              send(page);
              return receipt(page).outcome() == Outcome.DELIVERED;
            });
  }

  @Test
  void whileOneProviderHangsTheOthersSendOn() {
    pagerDuty.answers(
        event -> Provider.accepted().newBuilder().headersDelay(30, TimeUnit.SECONDS).build());
    enqueuePages(7000, 7040);
    await().atMost(SOON).until(() -> !pagerDuty.aboutIncidentsFrom(7000, 7040).isEmpty());
    for (long incident = 7000; incident < 7040; incident++) {
      enqueue(ticket(incident));
    }
    await().atMost(SOON).until(() -> opened(7000, 7040) == 40);
    assertThat(pagerDuty.aboutIncidentsFrom(7000, 7040)).hasSizeLessThan(40);
  }

  @Test
  @Tag("RUN-08.1f")
  void aPageThatWaitsForAProviderThatHangsIsGivenUpInTimeWhereverItWaits() {
    pagerDuty.answers(
        event -> Provider.accepted().newBuilder().headersDelay(30, TimeUnit.SECONDS).build());
    enqueuePages(7100, 7120);
    await().atMost(SOON).until(() -> backlog() > 4);
    enqueuePages(7120, 7160);
    Map<NotificationId, DeliveryReceipt> answers =
        await().atMost(SOON).until(() -> answers(7100, 7160), found -> found.size() == 60);
    assertThat(states(page(7159, 1)))
        .as("what a full lane does not take is not reserved")
        .containsExactly(Delivery.State.FAILED);
    assertThat(answers.values())
        .extracting(DeliveryReceipt::outcome)
        .containsOnly(Outcome.FAILED, Outcome.UNKNOWN);
    List<DeliveryReceipt> givenUp =
        answers.values().stream().filter(it -> it.reason().name().equals("no-turn")).toList();
    assertThat(givenUp).hasSizeGreaterThan(20);
    assertThat(givenUp)
        .allSatisfy(
            answer ->
                assertThat(pagerDuty.about(answer.incident().toString()))
                    .as("was not sent after it was given up")
                    .isEmpty());
    pagerDuty.answers(event -> Provider.accepted());
    awaitDelivered();
  }

  @Test
  @Tag("RUN-04.1a")
  void whatIsSaidAfterwardsWaitsForWhatIsOwed() {
    send(page(7300, 1));
    receipt(page(7300, 1));
    pagerDuty.answers(
        event -> event.key().contains("RX-7300-") ? Provider.status(500) : Provider.accepted());
    send(acknowledge(7300, 1));
    send(resolve(7300, 1));
    await().atMost(SOON).until(() -> pagerDuty.about("RX-7300").size() > 8);
    assertThat(pagerDuty.actionsAbout("RX-7300")).doesNotContain("resolve");
    pagerDuty.answers(event -> Provider.accepted());
    assertThat(receipt(resolve(7300, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(receipt(acknowledge(7300, 1)).outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(pagerDuty.actionsAbout("RX-7300")).endsWith("acknowledge", "resolve");
  }

  private static double backlog() {
    return notifier
        .bean(MeterRegistry.class)
        .get("tocsin.notifier.backlog")
        .tag("channel", "pagerduty")
        .gauge()
        .value();
  }

  private static void enqueuePages(long first, long end) {
    LongStream.range(first, end).forEach(incident -> enqueue(page(incident, 1)));
  }

  private static Notification ticket(long incident) {
    return Fixtures.ticket(incident, 2, Act.TELL, MessageKind.TICKET, Map.of());
  }

  private static long opened(long first, long end) {
    return LongStream.range(first, end)
        .filter(incident -> !tickets.of("RX-" + incident).isEmpty())
        .count();
  }

  private static Map<NotificationId, DeliveryReceipt> answers(long first, long end) {
    return Kafka.read(Topics.DELIVERY_RECEIPTS).stream()
        .filter(it -> it.incident().number() >= first && it.incident().number() < end)
        .collect(Collectors.toMap(DeliveryReceipt::notification, Function.identity(), (a, b) -> b));
  }
}
