package io.tocsin.alertingest.edge.kafka;

import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.alertingest.edge.spool.SpoolHealth;
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
import org.springframework.kafka.support.ProducerListener;

/** One shared idempotent producer, and the watch over it. */
@Configuration(proxyBeanMethods = false)
public class KafkaConfiguration {
  private static final Duration DELIVERY = Duration.ofSeconds(3);
  private static final Duration REQUEST = Duration.ofSeconds(2);

  /** A send on Netty's event loop never waits; {@link Patience} does, without a thread. */
  private static final int NEVER_BLOCK = 0;

  @Bean
  DefaultKafkaProducerFactory<String, byte[]> producers(KafkaSettings settings) {
    Map<String, Object> producer = settings.producer();
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, NEVER_BLOCK);
    DefaultKafkaProducerFactory<String, byte[]> factory =
        new DefaultKafkaProducerFactory<>(producer);
    factory.setPhysicalCloseTimeout((int) DELIVERY.toSeconds());
    return factory;
  }

  /**
   * Without a listener or a timer of its own: a record is logged and timed where it is answered.
   */
  @Bean
  KafkaTemplate<String, byte[]> kafkaTemplate(
      DefaultKafkaProducerFactory<String, byte[]> producers) {
    KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(producers);
    template.setProducerListener(new ProducerListener<>() {});
    template.setMicrometerEnabled(false);
    return template;
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
  Patience patience() {
    return new Patience();
  }

  @Bean
  AlertPublisher alertPublisher(
      KafkaTemplate<String, byte[]> kafkaTemplate,
      KafkaWatch watch,
      Patience patience,
      Spool spool) {
    return new AlertPublisher(kafkaTemplate, watch, patience, spool);
  }

  @Bean
  KafkaHealth kafkaHealthIndicator(KafkaWatch watch) {
    return new KafkaHealth(watch);
  }

  @Bean
  SpoolHealth spoolHealthIndicator(Spool spool, KafkaWatch watch, EngineClock clock) {
    return new SpoolHealth(spool, watch::hasLooked, clock);
  }
}
