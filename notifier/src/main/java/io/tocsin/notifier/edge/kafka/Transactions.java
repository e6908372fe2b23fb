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

  private Transactions() {}

  static DefaultKafkaProducerFactory<String, byte[]> factory(KafkaSettings kafka, String purpose) {
    Map<String, Object> settings = kafka.producer();
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LIMIT_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
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
