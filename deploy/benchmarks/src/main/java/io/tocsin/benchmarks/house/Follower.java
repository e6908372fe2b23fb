package io.tocsin.benchmarks.house;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** Reads what is committed to a topic as it comes, on a thread of its own. */
public final class Follower implements AutoCloseable {
  private static final Duration ANY = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;

  /** Follows {@code topic} from its beginning. */
  public Follower(String kafka, Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    Map<String, Object> settings = KafkaSettings.of(kafka).consumer();
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
    consumer = new KafkaConsumer<>(settings);
    consumer.assign(KafkaLook.partitions(topic));
    consumer.seekToBeginning(consumer.assignment());
    thread = new Thread(() -> follow(reader), "follow-" + topic);
    thread.setDaemon(true);
    thread.start();
  }

  private void follow(Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (consumer) {
      while (true) {
        consumer.poll(ANY).forEach(reader);
      }
    } catch (WakeupException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    thread.join();
  }
}
