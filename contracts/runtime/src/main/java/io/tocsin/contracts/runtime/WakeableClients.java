package io.tocsin.contracts.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * Clients of a Kafka stream that can be called out of a poll. A poll waits by the wall clock: one
 * that is under way when the clock is set back by an hour waits for an hour or for a record, and
 * Streams, which wakes nobody, cannot be closed before.
 */
public final class WakeableClients extends DefaultKafkaClientSupplier {
  private final Set<WakeableConsumer> open = ConcurrentHashMap.newKeySet();

  /** Ends every poll that is under way, with no records; to be called before the stream closes. */
  public void wake() {
    open.forEach(WakeableConsumer::wakeFromPoll);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return opened(config);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return opened(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return opened(config);
  }

  private Consumer<byte[], byte[]> opened(Map<String, Object> config) {
    WakeableConsumer consumer = new WakeableConsumer(config);
    open.add(consumer);
    return consumer;
  }

  private final class WakeableConsumer extends KafkaConsumer<byte[], byte[]> {
    private boolean polling;
    private boolean woken;

    WakeableConsumer(Map<String, Object> config) {
      super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Nothing but a poll is woken: from any other call the thread would die of it. */
    synchronized void wakeFromPoll() {
      if (polling) {
        woken = true;
        wakeup();
      }
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

    @Override
    public void close() {
      open.remove(this);
      super.close();
    }

    @Override
    public void close(CloseOptions options) {
      open.remove(this);
      super.close(options);
    }
  }
}
