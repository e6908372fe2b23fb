package io.tocsin.contracts.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer of a stream that can be cut off: who waits for it is told at once that it failed. */
final class StreamProducer extends KafkaProducer<byte[], byte[]> {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean severed;

  StreamProducer(Map<String, Object> config) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
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
  public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
    if (severed) {
      throw new KafkaException("the producer was cut off to stop the stream; nothing is sent");
    }
    return super.send(record, callback);
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
