package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.runtime.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.KafkaTemplate;

/** Transactional producers: one for each purpose, under the same id in every life. */
final class Transactions {
  private static final int LIMIT_MILLIS = 10_000;
  private static final int FIRST_RETRY_MILLIS = 5;
  private static final int LAST_RETRY_MILLIS = 500;
  private static final int LINGER_MILLIS = 5;

  private Transactions() {}

  static DefaultKafkaProducerFactory<String, byte[]> factory(KafkaSettings kafka, String purpose) {
    Map<String, Object> settings = kafka.producer();
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LIMIT_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
    // a transaction that begins while the former one is still being closed is refused for a moment:
    // with Kafka's 100 ms until the next try every page would be late by that
    settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, FIRST_RETRY_MILLIS);
    settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, LAST_RETRY_MILLIS);
    // the commit sends at once what lingers: one batch for each transaction, not one for each
    // record
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    DefaultKafkaProducerFactory<String, byte[]> factory =
        new DefaultKafkaProducerFactory<>(settings);
    factory.setTransactionIdPrefix("tocsin-notifier-" + purpose + "-");
    factory.setTransactionIdSuffixStrategy(new DefaultTransactionIdSuffixStrategy(1));
    return factory;
  }

  /**
   * Takes the transactional id over, which aborts what a former life left open: else nobody could
   * read beyond it until it times out.
   */
  static void endFormer(KafkaTemplate<String, byte[]> template) {
    template.executeInTransaction(operations -> true);
  }
}
