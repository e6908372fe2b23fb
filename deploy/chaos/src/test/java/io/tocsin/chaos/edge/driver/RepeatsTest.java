package io.tocsin.chaos.edge.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final Repeats repeats = new Repeats(timer, 17);

  @AfterEach
  void close() {
    timer.shutdownNow();
  }

  @Test
  void pausesDoubleUpToEightSecondsGiveOrTakeHalf() {
    for (int tries = 0; tries < 8; tries++) {
      long usual = 1_000L << Math.min(tries, 3);
      assertThat(repeats.pause("s17d1", tries).toMillis()).isBetween(usual / 2, usual * 3 / 2);
    }
  }

  @Test
  void theSameSeedPausesAsLongAndAnotherDoesNot() {
    assertThat(pauses(new Repeats(timer, 17))).isEqualTo(pauses(repeats));
    assertThat(pauses(new Repeats(timer, 18))).isNotEqualTo(pauses(repeats));
  }

  private static List<Duration> pauses(Repeats repeats) {
    return IntStream.range(0, 20).mapToObj(number -> repeats.pause("s17d" + number, 0)).toList();
  }

  @Test
  void noMoreThanSoManyAreSentAgainAtATimeAndAllOfThemInTheEnd() {
    int all = Repeats.AT_ONCE * 3;
    Queue<CompletableFuture<Void>> underWay = new ConcurrentLinkedQueue<>();
    for (int number = 0; number < all; number++) {
      repeats.later("s17d" + number, 0, () -> begun(underWay));
    }
    List<CompletableFuture<Void>> answered = new ArrayList<>();
    while (answered.size() < all) {
      int wanted = Math.min(Repeats.AT_ONCE, all - answered.size());
      await().until(() -> underWay.size() >= wanted);
      assertThat(underWay).hasSizeLessThanOrEqualTo(Repeats.AT_ONCE);
      List<CompletableFuture<Void>> now = new ArrayList<>(underWay);
      underWay.clear();
      now.forEach(sending -> sending.complete(null));
      answered.addAll(now);
    }
    assertThat(answered).hasSize(all);
  }

  private static CompletableFuture<Void> begun(Queue<CompletableFuture<Void>> underWay) {
    CompletableFuture<Void> sending = new CompletableFuture<>();
    underWay.add(sending);
    return sending;
  }
}
