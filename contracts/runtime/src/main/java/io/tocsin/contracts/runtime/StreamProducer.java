package io.tocsin.contracts.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer of a stream that can be cut off: who waits for it is told at once that it failed. What
 * Kafka does not take in time ends the stream's thread, see {@link StreamTooLate}.
 */
final class StreamProducer extends KafkaProducer<byte[], byte[]> {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final CommitTimes commits;
  private volatile boolean severed;

  /** When the commit that is under way began, by {@code System.nanoTime()}; 0 for none. */
  private long committingSince;

  /**
   * @param commits hears how long each transaction took to commit
   */
  StreamProducer(Map<String, Object> config, CommitTimes commits) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.commits = commits;
  }

  /** Done when its owner has closed it. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Fails what is under way; from now on it sends nothing. */
  void sever() {
    severed = true;
    super.close(Duration.ZERO);
  }

  @Override
  public Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    if (severed) {
      throw new KafkaException("the producer was cut off to stop the stream; nothing is sent");
    }
    return super.send(record, callback == null ? null : inTime(callback));
  }

  private static Callback inTime(Callback callback) {
    return (sent, failure) ->
        callback.onCompletion(
            sent,
            failure instanceof RetriableException
                ? new StreamTooLate("a record could not be sent", failure)
                : failure);
  }

  /** What was waited for before it began belongs to no commit. */
  @Override
  public void beginTransaction() {
    committingSince = 0;
    super.beginTransaction();
  }

  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    inTime(() -> super.sendOffsetsToTransaction(offsets, group));
  }

  /** Streams waits so for what was sent before it commits it. */
  @Override
  public void flush() {
    if (committingSince == 0) {
      committingSince = System.nanoTime();
    }
    super.flush();
  }

  @Override
  public void commitTransaction() {
    inTime(super::commitTransaction);
    if (committingSince != 0) {
      commits.took(Duration.ofNanos(System.nanoTime() - committingSince));
      committingSince = 0;
    }
  }

  private static void inTime(Runnable commit) {
    try {
      commit.run();
    } catch (TimeoutException e) {
      throw new StreamTooLate("what was processed could not be committed", e);
    }
  }

  /** Kafka ends the transaction of one that was cut off; a failure would leave stores open. */
  @Override
  public void abortTransaction() {
    try {
      if (!severed) {
        super.abortTransaction();
      }
    } catch (KafkaException e) {
      if (!severed) {
        throw e;
      }
    }
  }

  @Override
  public void close(Duration timeout) {
    try {
      super.close(timeout);
    } finally {
      ended.complete(null);
    }
  }
}
