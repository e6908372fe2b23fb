package io.tocsin.contracts.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A consumer of a stream that can be woken from a poll, and cut off whatever it does. */
final class StreamConsumer extends KafkaConsumer<byte[], byte[]> {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private boolean polling;
  private boolean woken;
  private boolean severed;
  private boolean interrupted;
  private @Nullable Thread closing;

  StreamConsumer(Map<String, Object> config) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Done when its owner has closed it. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Nothing but a poll is woken: from any other call the thread would die of it. */
  synchronized void wake() {
    if (polling) {
      woken = true;
      wakeup();
    }
  }

  /** Ends whatever is under way; from now on it commits nothing and waits for nothing. */
  synchronized void sever() {
    severed = true;
    if (closing == null) {
      woken = polling;
      wakeup();
    } else {
      // while it closes it cannot be woken
      interrupted = true;
      closing.interrupt();
    }
  }

  private synchronized boolean isSevered() {
    return severed;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    begin();
    ConsumerRecords<byte[], byte[]> records;
    try {
      records = super.poll(timeout);
    } catch (WakeupException onTime) {
      end();
      return ConsumerRecords.empty();
    } catch (RuntimeException e) {
      end();
      throw e;
    }
    if (end()) {
      forgetTheWakeup();
    }
    return records;
  }

  private synchronized void begin() {
    polling = true;
    woken = false;
  }

  private synchronized boolean end() {
    polling = false;
    return woken;
  }

  /** It came when the records were there already; a poll gives it back before it fetches. */
  private void forgetTheWakeup() {
    try {
      var unused = super.poll(Duration.ZERO);
    } catch (WakeupException late) {
      end();
    }
  }

  /** What a producer that was cut off has lost must not count as done. */
  @Override
  public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (isSevered()) {
      throw new KafkaException("the consumer was cut off to stop the stream; nothing is committed");
    }
    try {
      super.commitSync(offsets);
    } catch (TimeoutException e) {
      throw isPolling() ? new StreamTooLate("what was processed could not be committed", e) : e;
    }
  }

  /** Partitions are taken away, and tasks that could not be committed would be revived. */
  private synchronized boolean isPolling() {
    return polling;
  }

  @Override
  public void close() {
    close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.DEFAULT));
  }

  @Override
  public void close(CloseOptions options) {
    try {
      super.close(beginClosing() ? options.withTimeout(Duration.ZERO) : options);
    } finally {
      endClosing();
      ended.complete(null);
    }
  }

  private synchronized boolean beginClosing() {
    closing = Thread.currentThread();
    return severed;
  }

  private synchronized void endClosing() {
    closing = null;
    if (interrupted) {
      boolean unused = Thread.interrupted();
    }
  }
}
