package io.tocsin.contracts.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * What a stream has fetched while Kafka does not take what it makes of it: here because the topic
 * is not there, elsewhere because the clock was set while the producer waited.
 */
@Timeout(60)
class StreamTooLateTest {
  private static final int RECORDS = 200;
  private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);

  @TempDir private Path state;

  private final Queue<Duration> commits = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void start() {
    BROKER.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1",
            "group.min.session.timeout.ms", "1000",
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0"));
    BROKER.afterPropertiesSet();
  }

  @AfterAll
  static void stop() {
    BROKER.destroy();
  }

  @ParameterizedTest
  @ValueSource(strings = {StreamsConfig.AT_LEAST_ONCE, StreamsConfig.EXACTLY_ONCE_V2})
  void whatKafkaDidNotTakeInTimeIsTakenAgain(String guarantee) throws Exception {
    BROKER.addTopics(in(guarantee));
    say(in(guarantee));
    CountDownLatch twice = new CountDownLatch(2);

    try (KafkaStreams stream = stream(guarantee)) {
      stream.setUncaughtExceptionHandler(
          died -> {
            twice.countDown();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
          });
      stream.start();
      assertThat(twice.await(30, TimeUnit.SECONDS)).as("a thread died of it, twice").isTrue();
      BROKER.addTopics(out(guarantee));
      assertThat(heard(out(guarantee))).containsAll(said());
    }
    assertThat(commits.isEmpty())
        .as("only transactions are measured")
        .isEqualTo(guarantee.equals(StreamsConfig.AT_LEAST_ONCE));
    assertThat(commits).allMatch(took -> took.compareTo(Duration.ZERO) > 0);
  }

  private KafkaStreams stream(String guarantee) {
    Topology topology = new Topology();
    topology
        .addSource("in", in(guarantee))
        .addProcessor("pass", Passing::new, "in")
        .addSink("out", out(guarantee), "pass");
    Properties settings = new Properties();
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.getBrokersAsString());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "late-" + guarantee);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(
        StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class.getName());
    settings.put(
        StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class.getName());
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 1_000);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 300);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 1_000);
    return new KafkaStreams(topology, settings, new StreamClients(commits::add));
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", BROKER.getBrokersAsString());
  }

  private static String in(String guarantee) {
    return "in-" + guarantee;
  }

  private static String out(String guarantee) {
    return "out-" + guarantee;
  }

  private static List<String> said() {
    return IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList();
  }

  private static void say(String topic) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String it : said()) {
        producer.send(new ProducerRecord<>(topic, it.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  /** All that is committed there when everything that was said is, or 20 s have passed. */
  private static List<String> heard(String topic) {
    List<String> heard = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.getBrokersAsString(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      for (int look = 0; look < 80 && !heard.containsAll(said()); look++) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(250))) {
          heard.add(new String(record.value(), StandardCharsets.UTF_8));
        }
      }
    }
    return heard;
  }

  /** Passes everything on, and has a punctuation as our streams have. */
  private static final class Passing implements Processor<byte[], byte[], byte[], byte[]> {
    private ProcessorContext<byte[], byte[]> context;

    @Override
    public void init(ProcessorContext<byte[], byte[]> given) {
      context = given;
      given.schedule(Duration.ofMillis(1), PunctuationType.WALL_CLOCK_TIME, tick -> {});
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      context.forward(record);
    }
  }
}
