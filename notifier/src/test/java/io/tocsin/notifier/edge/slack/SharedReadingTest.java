package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A channel is read once for all who look for something in it at the same time. */
@Timeout(30)
class SharedReadingTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T01:00:00Z");

  private final SharedReading reading = new SharedReading();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final AtomicInteger readings = new AtomicInteger();
  private final List<Instant> from = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    people.shutdownNow();
  }

  @Test
  void manyWhoAskWhileItIsReadAreAnsweredByOneReadingMore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    Future<List<Message>> first = people.submit(() -> reading.since(SINCE, slow(begun, on)));
    begun.await();
    List<Future<List<Message>>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(people.submit(() -> reading.since(SINCE, this::numbered)));
    }
    TimeUnit.MILLISECONDS.sleep(300);
    on.countDown();

    assertThat(first.get()).extracting(Message::getTs).containsExactly("1");
    for (Future<List<Message>> other : others) {
      assertThat(other.get()).extracting(Message::getTs).containsExactly("2");
    }
  }

  @Test
  void whoAsksLaterIsNotAnsweredByWhatWasReadBefore() throws Exception {
    reading.since(SINCE, this::numbered);

    assertThat(reading.since(SINCE, this::numbered))
        .extracting(Message::getTs)
        .containsExactly("2");
  }

  @Test
  void whoLooksForSomethingOlderReadsThemselves() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    var unused = people.submit(() -> reading.since(SINCE, slow(begun, on)));
    begun.await();
    Future<List<Message>> older =
        people.submit(() -> reading.since(SINCE.minusSeconds(1), this::numbered));
    Future<List<Message>> newer = people.submit(() -> reading.since(SINCE, this::numbered));
    TimeUnit.MILLISECONDS.sleep(300);
    on.countDown();

    older.get();
    newer.get();
    assertThat(from).contains(SINCE.minusSeconds(1));
  }

  @Test
  void aReadingThatFailsIsTheFailureOfWhoReadAlone() throws Exception {
    assertThatThrownBy(
            () ->
                reading.since(
                    SINCE,
                    since -> {
                      throw new IOException("gone");
                    }))
        .hasMessage("gone");

    assertThat(reading.since(SINCE, this::numbered)).hasSize(1);
  }

  @Test
  void nobodyWaitsForOthersForLong() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    var unused = people.submit(() -> reading.since(SINCE, slow(begun, new CountDownLatch(1))));
    begun.await();

    assertThatThrownBy(() -> reading.since(SINCE, this::numbered))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("read for others");
  }

  private List<Message> numbered(Instant since) {
    from.add(since);
    Message message = new Message();
    message.setTs(String.valueOf(readings.incrementAndGet()));
    return List.of(message);
  }

  private SharedReading.Reader slow(CountDownLatch begun, CountDownLatch on) {
    return since -> {
      begun.countDown();
      try {
        on.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return numbered(since);
    };
  }
}
