package io.tocsin.notifier.edge.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Order within an incident, independence between incidents. */
class StrandsTest {

  @Test
  void whatBelongsToOneIncidentRunsInTheOrderInWhichItCame() throws Exception {
    Map<Integer, List<Integer>> seen = new ConcurrentHashMap<>();
    Strands strands = new Strands("slack", 4);
    for (int i = 0; i < 2000; i++) {
      int number = i;
      strands.submit(
          Fixtures.incident(i % 50 + 1),
          () -> seen.computeIfAbsent(number % 50, any -> new ArrayList<>()).add(number));
    }
    strands.drain(Duration.ofSeconds(10));
    assertThat(seen).hasSize(50);
    assertThat(seen.values()).allSatisfy(order -> assertThat(order).hasSize(40).isSorted());
    assertThat(strands.backlog()).isZero();
  }

  @Test
  void oneIncidentDoesNotWaitForAnother() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    try (Strands strands = new Strands("slack", 2)) {
      strands.submit(
          Fixtures.incident(1),
          () -> {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      for (int i = 2; i < 40; i++) {
        strands.submit(Fixtures.incident(i), others::countDown);
      }
      await().atMost(Duration.ofSeconds(5)).until(() -> others.getCount() == 0);
      assertThat(strands.backlog()).isPositive();
    }
  }
}
