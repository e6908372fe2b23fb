package io.tocsin.alertingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and where Kafka is. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

  @Bean
  KafkaSettings kafkaSettings(IngestSettings settings) {
    return settings.kafka().settings();
  }

  @Bean
  PayloadReader payloadReader() {
    return new JacksonReader();
  }

  @Bean
  EngineClock engineClock() {
    return new EngineClock();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ClockGuard clockGuard(EngineClock clock) {
    return new ClockGuard(clock);
  }

  @Bean
  Gauge clockDrift(MeterRegistry registry, ClockGuard guard) {
    return Gauge.builder("tocsin.clock.drift.seconds", guard, it -> it.drift().toMillis() / 1000.0)
        .description("How far the wall clock is ahead of engine time")
        .register(registry);
  }
}
