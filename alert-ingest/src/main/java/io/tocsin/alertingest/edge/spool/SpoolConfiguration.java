package io.tocsin.alertingest.edge.spool;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** The spool put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpoolSettings.class)
public class SpoolConfiguration {
  private static final Duration DELIVERY = Duration.ofSeconds(15);
  private static final Duration REQUEST = Duration.ofSeconds(5);

  /** With more, a producer was seen to wait for ever for a sequence number after a restart. */
  private static final int ONE_AT_A_TIME = 1;

  private static final Duration BLOCK = Duration.ofSeconds(2);
  private static final int CLOSE_SECONDS = 1;

  @Bean(initMethod = "start", destroyMethod = "close")
  Spool spool(SpoolSettings settings, EngineClock clock) {
    return new Spool(settings, clock);
  }

  /** Not a bean of that type: the hot path's producer is the only one. */
  @Bean(initMethod = "start", destroyMethod = "close")
  SpoolDrain spoolDrain(Spool spool, KafkaSettings settings, ClockGuard guard) {
    DefaultKafkaProducerFactory<String, byte[]> producers = patient(settings);
    KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(producers);
    kafka.setProducerListener(new ProducerListener<>() {});
    SpoolDrain drain = new SpoolDrain(spool, producers, kafka);
    guard.guard(drain);
    return drain;
  }

  private static DefaultKafkaProducerFactory<String, byte[]> patient(KafkaSettings settings) {
    Map<String, Object> producer = settings.producer();
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
    producer.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, ONE_AT_A_TIME);
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) BLOCK.toMillis());
    DefaultKafkaProducerFactory<String, byte[]> factory =
        new DefaultKafkaProducerFactory<>(producer);
    factory.setPhysicalCloseTimeout(CLOSE_SECONDS);
    return factory;
  }

  @Bean
  SpoolMetrics spoolMetrics(MeterRegistry registry, Spool spool, EngineClock clock) {
    return new SpoolMetrics(registry, spool, clock);
  }
}
