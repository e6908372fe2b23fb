package io.tocsin.contracts.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A broker that does not answer stands for a clock that was set back by a day: by their own limits
 * the clients would wait half a minute at least, and longer than these tests may last.
 */
@Timeout(20)
class StreamClientsTest {
  private static final TopicPartition PARTITION = new TopicPartition(SilentBroker.TOPIC, 0);
  private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
      Map.of(PARTITION, new OffsetAndMetadata(7));

  private final StreamClients clients = new StreamClients(Duration.ofMillis(500), took -> {});
  private final ExecutorService stream = Executors.newCachedThreadPool();
  private SilentBroker broker;

  @BeforeEach
  void open() throws IOException {
    broker = new SilentBroker();
  }

  @AfterEach
  void close() {
    stream.shutdownNow();
    broker.close();
  }

  @Test
  void aCommitThatWaitsForItsCoordinatorEndsWithTheStop() {
    Consumer<byte[], byte[]> consumer = consumer();
    Future<Throwable> failure = during(() -> consumer.commitSync(OFFSETS), consumer::close);
    clients.stop(() -> await(failure));
    assertThat(result(failure)).isInstanceOf(KafkaException.class);
  }

  @Test
  void aFlushOfWhatKafkaDoesNotTakeEndsWithTheStop() {
    Producer<byte[], byte[]> producer = producer(Map.of());
    Future<RecordMetadata> sent = producer.send(record());
    Future<Throwable> failure = during(producer::flush, producer::close);
    clients.stop(() -> await(failure));
    assertThat(result(failure)).isNull();
    assertThatThrownBy(sent::get).hasCauseInstanceOf(KafkaException.class);
  }

  @Test
  void aTransactionThatKafkaDoesNotAnswerEndsWithTheStop() {
    Producer<byte[], byte[]> producer =
        producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "silent"));
    Future<Throwable> failure = during(producer::initTransactions, producer::close);
    clients.stop(() -> await(failure));
    assertThat(result(failure)).isInstanceOf(KafkaException.class);
  }

  @Test
  void aConsumerThatIsBeingClosedIsClosedWithTheStop() {
    Consumer<byte[], byte[]> consumer = consumer();
    consumer.commitAsync(OFFSETS, null);
    AtomicBoolean interrupted = new AtomicBoolean();
    Future<Throwable> failure =
        during(consumer::close, () -> interrupted.set(Thread.currentThread().isInterrupted()));
    clients.stop(() -> await(failure));
    assertThat(interrupted).as("what the thread does next is not disturbed").isFalse();
  }

  @Test
  void aStopThatGivesUpIsNotOverBeforeItsClientsAre() {
    Consumer<byte[], byte[]> consumer = consumer();
    during(() -> consumer.commitSync(OFFSETS), consumer::close);
    clients.stop(() -> {});
    assertThatThrownBy(consumer::assignment).hasMessageContaining("closed");
  }

  @Test
  void whatWasCutOffCommitsAndSendsNothingAnyMore() {
    StreamConsumer consumer = (StreamConsumer) consumer();
    StreamProducer producer = (StreamProducer) producer(Map.of());
    consumer.sever();
    producer.sever();
    assertThatThrownBy(() -> consumer.commitSync(OFFSETS)).hasMessageContaining("cut off");
    assertThatThrownBy(() -> producer.send(record())).hasMessageContaining("cut off");
    producer.abortTransaction();
    consumer.close();
    producer.close();
  }

  @Test
  void aPollIsWokenWithoutRecordsAndTheConsumerGoesOn() {
    Consumer<byte[], byte[]> consumer = consumer();
    consumer.assign(List.of(PARTITION));
    Future<Throwable> polled =
        during(() -> assertThat(consumer.poll(Duration.ofMinutes(1))).isEmpty(), () -> {});
    while (!polled.isDone()) {
      clients.wake();
      Thread.onSpinWait();
    }
    assertThat(result(polled)).isNull();
    assertThat(consumer.poll(Duration.ZERO)).isEmpty();
    consumer.close();
  }

  @Test
  void aStopThatNothingHindersIsOverWhenTheClientsAre() {
    StreamClients patient = new StreamClients();
    Producer<byte[], byte[]> producer = patient.getProducer(settings(Map.of()));
    patient.stop(producer::close);
    assertThatThrownBy(() -> producer.send(record()))
        .as("closed, and not cut off")
        .isInstanceOf(IllegalStateException.class);
  }

  /** What {@code work} failed of, after {@code end}: both on a thread of the stream. */
  private Future<Throwable> during(Runnable work, Runnable end) {
    return stream.submit(
        () -> {
          try {
            return catchThrowable(work::run);
          } finally {
            end.run();
          }
        });
  }

  private static void await(Future<?> future) {
    assertThat(catchThrowable(future::get)).isNull();
  }

  private static @Nullable Throwable result(Future<Throwable> done) {
    try {
      return done.get(0, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("it has not ended", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record() {
    return new ProducerRecord<>(SilentBroker.TOPIC, 0, new byte[0], new byte[0]);
  }

  private Consumer<byte[], byte[]> consumer() {
    return clients.getConsumer(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.address(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "silent",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false));
  }

  private Producer<byte[], byte[]> producer(Map<String, Object> more) {
    return clients.getProducer(settings(more));
  }

  private Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, !more.isEmpty());
    return settings;
  }
}
