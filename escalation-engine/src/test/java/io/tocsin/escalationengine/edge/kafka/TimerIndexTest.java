package io.tocsin.escalationengine.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that is due is ever passed over, however little of the store is looked at. */
@Tag("RUN-08.1f")
class TimerIndexTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
  private final KeyValueStore<Bytes, byte[]> entries =
      opened(
          Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("timers"), Serdes.Bytes(), Serdes.ByteArray()));
  private final KeyValueStore<String, Long> progress =
      opened(
          Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("progress"), Serdes.String(), Serdes.Long()));
  private final TimerIndex timers = new TimerIndex(entries, progress, NOON);

  @Test
  void whatIsDueIsFoundInTheOrderInWhichItIsDue() {
    insert(at(3, 30));
    insert(at(1, 10));
    insert(at(2, 20));

    assertThat(timers.due(Severity.P1, NOON.plusSeconds(20), 10))
        .containsExactly(at(1, 10), at(2, 20));
    assertThat(timers.due(Severity.P1, NOON.plusSeconds(20), 1)).containsExactly(at(1, 10));
    assertThat(timers.due(Severity.P2, NOON.plusSeconds(20), 10)).isEmpty();
  }

  @Test
  void whatWasThereBeforeAStartIsFoundAfterIt() {
    insert(at(1, 10));

    TimerIndex again = new TimerIndex(entries, progress, NOON.plusSeconds(60));

    assertThat(again.due(Severity.P1, NOON.plusSeconds(60), 10)).containsExactly(at(1, 10));
  }

  @Test
  void anEntryEarlierThanTheEarliestKnownIsFound() {
    insert(at(1, 600));
    assertThat(timers.due(Severity.P1, NOON, 10)).isEmpty();

    insert(at(2, 5));

    assertThat(timers.due(Severity.P1, NOON.plusSeconds(5), 10)).containsExactly(at(2, 5));
    assertThat(timers.finds(at(2, 5))).isTrue();
  }

  @Test
  void anEntryBelowTheWatermarkIsFound() {
    timers.passed(Severity.P1, NOON.plusSeconds(100));

    insert(at(1, 50));

    assertThat(timers.due(Severity.P1, NOON.plusSeconds(100), 10)).containsExactly(at(1, 50));
  }

  @Test
  void whatIsDueInOneMillisecondGoesOnBehindWhatWasTaken() {
    for (int number = 1; number <= 5; number++) {
      insert(at(number, 10));
    }
    for (Lane entry : timers.due(Severity.P1, NOON.plusSeconds(10), 2)) {
      remove(entry);
      timers.passed(entry);
    }

    assertThat(timers.due(Severity.P1, NOON.plusSeconds(10), 10))
        .containsExactly(at(3, 10), at(4, 10), at(5, 10));
    assertThat(timers.finds(at(3, 10))).isTrue();
  }

  @Test
  void anEntryBeforeTheOneThatWasTakenLastInTheSameMillisecondIsFound() {
    insert(at(3, 10));
    remove(at(3, 10));
    timers.passed(at(3, 10));

    insert(at(2, 10));

    assertThat(timers.finds(at(2, 10))).isTrue();
    assertThat(timers.due(Severity.P1, NOON.plusSeconds(10), 10)).containsExactly(at(2, 10));
  }

  @Test
  void whatTheStoreAloneHasBeforeTheOneTakenLastTheAuditSees() {
    insert(at(3, 10));
    remove(at(3, 10));
    timers.passed(at(3, 10));
    entries.put(at(2, 10).key(), new byte[] {1});

    assertThat(timers.finds(at(2, 10))).isFalse();
  }

  @Test
  void whatIsFoundStaysDueUntilItIsRemoved() {
    insert(at(1, 10));
    assertThat(timers.due(Severity.P1, NOON.plusSeconds(10), 10)).containsExactly(at(1, 10));
    assertThat(timers.due(Severity.P1, NOON.plusSeconds(11), 10)).containsExactly(at(1, 10));

    remove(at(1, 10));

    assertThat(timers.due(Severity.P1, NOON.plusSeconds(11), 10)).isEmpty();
    insert(at(2, 12));
    assertThat(timers.due(Severity.P1, NOON.plusSeconds(12), 10)).containsExactly(at(2, 12));
  }

  @Test
  void theStoreIsLeftAloneUntilSomethingCanBeDue() {
    insert(at(1, 600));
    assertThat(timers.due(Severity.P1, NOON, 10)).isEmpty();
    entries.put(at(2, 5).key(), new byte[] {1});

    assertThat(timers.due(Severity.P1, NOON.plusSeconds(60), 10)).isEmpty();
    assertThat(timers.finds(at(2, 5))).as("the audit sees that it would be missed").isFalse();
    assertThat(timers.due(Severity.P1, NOON.plusSeconds(600), 10))
        .containsExactly(at(2, 5), at(1, 600));
  }

  private static Lane at(int number, long seconds) {
    return new Lane(Severity.P1, NOON.plusSeconds(seconds), IncidentId.parse("RX-" + number));
  }

  private void insert(Lane entry) {
    Writes writes = new Writes();
    timers.insert(entry, writes);
    writes.run();
  }

  private void remove(Lane entry) {
    Writes writes = new Writes();
    timers.remove(entry, writes);
    writes.run();
  }

  private <K, V> KeyValueStore<K, V> opened(StoreBuilder<KeyValueStore<K, V>> builder) {
    KeyValueStore<K, V> store = builder.withLoggingDisabled().withCachingDisabled().build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
