package io.tocsin.notifier.e2e;

import static io.tocsin.notifier.Fixtures.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.notifier.NotifierProcess;
import io.tocsin.notifier.RunningNotifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that is killed between the page and its result. */
@Tag("RUN-04.1a")
class KillTest {

  @Test
  void aKillBetweenReservationAndResultLeavesOnePageKeyAtTheProvider() throws Exception {
    TopicSetup.ensure(Kafka.SETTINGS);
    try (Provider provider = new Provider()) {
      provider.answers(
          event -> Provider.accepted().newBuilder().headersDelay(30, TimeUnit.SECONDS).build());
      try (NotifierProcess first = new NotifierProcess(Kafka.SETTINGS, provider.url())) {
        Kafka.send(Topics.notifications(Channel.PAGERDUTY), "RX-5000", page(5000, 1));
        await().atMost(Duration.ofSeconds(60)).until(() -> !provider.about("RX-5000").isEmpty());
        first.kill();
      }
      assertThat(states()).containsExactly(Delivery.State.RESERVED);
      provider.answers(event -> Provider.accepted());
      int before = provider.about("RX-5000").size();
      try (RunningNotifier second = new RunningNotifier(Kafka.SETTINGS, provider.url(), Map.of())) {
        await().atMost(Duration.ofSeconds(30)).until(() -> states().contains(Delivery.State.SENT));
      }
      assertThat(provider.about("RX-5000")).hasSizeGreaterThan(before);
      assertThat(provider.about("RX-5000"))
          .extracting(event -> event.action() + " " + event.key())
          .containsOnly("trigger " + provider.about("RX-5000").get(0).key());
    }
  }

  private static List<Delivery.State> states() {
    return Kafka.read(Topics.DELIVERIES).stream()
        .filter(delivery -> delivery.notification().id().equals(page(5000, 1).id()))
        .map(Delivery::state)
        .toList();
  }
}
