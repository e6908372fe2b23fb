package io.tocsin.statuspage.edge.kafka;

import static io.tocsin.statuspage.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaHearingTest {
  private static final TopicPartition PARTITION = new TopicPartition("incidents", 0);
  private static final Instant LATER = TEN.plusSeconds(90);

  private final KafkaHearing hearing = new KafkaHearing(null);
  private final Listener consumer = new Listener();

  @Test
  void emptyAnswersOfALivingBrokerAreHeard() {
    consumer.isAt(5, 5);
    consumer.hears(100);
    assertThat(hearing.afterSilence(consumer, TEN)).isTrue();
    consumer.hears(200);
    hearing.afterSilence(consumer, LATER);

    assertThat(hearing.freshness().knownAt()).isEqualTo(LATER);
  }

  @Test
  void emptyPollsOfADeadBrokerAreNot() {
    consumer.isAt(5, 5);
    consumer.hears(100);
    hearing.afterSilence(consumer, TEN);
    hearing.afterSilence(consumer, LATER);

    assertThat(hearing.freshness().knownAt()).isEqualTo(TEN);
    assertThat(hearing.freshness().isFresh(LATER)).isFalse();
  }

  @Test
  void aConsumerMadeAnewThatReachesNobodyHearsNothing() {
    consumer.isAt(5, 5);
    consumer.hears(100);
    hearing.afterSilence(consumer, TEN);
    hearing.afterSilence(new Listener(), LATER);

    assertThat(hearing.freshness().knownAt()).isEqualTo(TEN);
  }

  @Test
  void nothingIsKnownBeforeTheEndOfTheTopic() {
    consumer.isAt(3, 5);
    assertThat(hearing.afterRecords(consumer, TEN)).isFalse();
    assertThat(hearing.freshness().knownAt()).isNull();

    consumer.isAt(5, 5);
    assertThat(hearing.afterRecords(consumer, LATER)).isTrue();
    assertThat(hearing.freshness().knownAt()).isEqualTo(LATER);
  }

  /** Kafka's own stand-in, which hears as many bytes as it is told. */
  private static final class Listener extends MockConsumer<byte[], byte[]> {
    private static final MetricName BYTES =
        new MetricName("incoming-byte-total", "consumer-metrics", "", Map.of());
    private double bytes;

    Listener() {
      super("earliest");
      assign(List.of(PARTITION));
      updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    void isAt(long position, long end) {
      updateEndOffsets(Map.of(PARTITION, end));
      seek(PARTITION, position);
      poll(Duration.ZERO);
    }

    void hears(double bytes) {
      this.bytes = bytes;
    }

    @Override
    public synchronized Map<MetricName, ? extends Metric> metrics() {
      double heard = bytes;
      return Map.of(
          BYTES,
          new Metric() {
            @Override
            public MetricName metricName() {
              return BYTES;
            }

            @Override
            public Object metricValue() {
              return heard;
            }
          });
    }
  }
}
