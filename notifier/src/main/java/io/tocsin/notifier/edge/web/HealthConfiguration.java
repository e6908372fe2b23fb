package io.tocsin.notifier.edge.web;

import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Credentials;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /actuator/health/readiness} asks. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  HealthIndicator notifierHealthIndicator(
      NotifierKafka kafka,
      ClockGuard clock,
      List<ChannelSender> channels,
      Credentials credentials) {
    return new NotifierHealth(kafka, clock, channels, credentials);
  }
}
