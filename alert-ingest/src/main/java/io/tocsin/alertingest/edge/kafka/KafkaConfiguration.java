package io.tocsin.alertingest.edge.kafka;

import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** One shared idempotent producer, and the watch over it. */
@Configuration(proxyBeanMethods = false)
public class KafkaConfiguration {
  private static final Duration DELIVERY = Duration.ofSeconds(4);
  private static final Duration REQUEST = Duration.ofSeconds(2);
  private static final Duration BLOCKED = Duration.ofMillis(1500);

  @Bean
  DefaultKafkaProducerFactory<String, byte[]> producers(KafkaSettings settings) {
    Map<String, Object> producer = settings.producer();
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) BLOCKED.toMillis());
    DefaultKafkaProducerFactory<String, byte[]> factory =
        new DefaultKafkaProducerFactory<>(producer);
    factory.setPhysicalCloseTimeout((int) DELIVERY.toSeconds());
    return factory;
  }

  @Bean
  KafkaTemplate<String, byte[]> kafkaTemplate(
      DefaultKafkaProducerFactory<String, byte[]> producers) {
    return new KafkaTemplate<>(producers);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  KafkaWatch kafkaWatch(
      KafkaSettings settings,
      DefaultKafkaProducerFactory<String, byte[]> producers,
      KafkaTemplate<String, byte[]> kafkaTemplate,
      EngineClock clock,
      ClockGuard guard) {
    KafkaWatch watch = new KafkaWatch(settings, producers, kafkaTemplate, clock);
    guard.guard(watch);
    return watch;
  }

  @Bean
  AlertPublisher alertPublisher(KafkaTemplate<String, byte[]> kafkaTemplate, KafkaWatch watch) {
    return new AlertPublisher(kafkaTemplate, watch);
  }

  @Bean
  KafkaHealth kafkaHealthIndicator(KafkaWatch watch) {
    return new KafkaHealth(watch);
  }
}
