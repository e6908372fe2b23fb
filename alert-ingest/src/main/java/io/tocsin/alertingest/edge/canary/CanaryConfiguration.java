package io.tocsin.alertingest.edge.canary;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.core.canary.CanaryRounds;
import io.tocsin.alertingest.core.canary.CanaryWatch;
import io.tocsin.alertingest.edge.http.Acceptance;
import io.tocsin.alertingest.edge.kafka.KafkaWatch;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The canaries put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CanarySettings.class, HeartbeatSettings.class})
public class CanaryConfiguration {

  @Bean
  CanaryWatch canaryWatch(CanarySettings settings, EngineClock clock) {
    return settings.isOn() ? new CanaryWatch(settings.limit(), clock.instant()) : CanaryWatch.off();
  }

  @Bean
  Listeners heartbeatListeners(
      HeartbeatSettings settings, EngineClock clock, MeterRegistry registry) {
    return new Listeners(
        settings.urls().stream()
            .map(url -> new Heartbeat(url, settings, clock, registry))
            .toList());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  CanaryLookout canaryLookout(
      CanarySettings settings,
      Acceptance acceptance,
      KafkaWatch kafka,
      CanaryWatch watch,
      Listeners listeners,
      EngineClock clock) {
    CanaryFlights flights =
        new CanaryFlights(
            acceptance,
            new CanaryRounds(settings.every()),
            kafka::isReachable,
            InstantSource.system());
    return new CanaryLookout(settings, flights, watch, listeners.all(), clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  CanaryReader canaryReader(
      CanarySettings settings,
      KafkaSettings kafka,
      CanaryWatch watch,
      EngineClock clock,
      ClockGuard guard,
      MeterRegistry registry) {
    CanaryReturns returns = new CanaryReturns(watch, clock, InstantSource.system(), registry);
    CanaryReader reader = new CanaryReader(settings, kafka, returns);
    guard.guard(reader);
    return reader;
  }

  @Bean
  HealthIndicator canaryHealthIndicator(
      CanarySettings settings, CanaryWatch watch, Listeners listeners, EngineClock clock) {
    return new CanaryHealth(settings, () -> watch.standing(clock.instant()), listeners.all());
  }

  @Bean
  Gauge canaryAge(
      CanarySettings settings, CanaryWatch watch, EngineClock clock, MeterRegistry registry) {
    return Gauge.builder(
            "tocsin.canary.age.seconds",
            () ->
                settings.isOn()
                    ? watch.standing(clock.instant()).age().toMillis() / 1000.0
                    : Double.NaN)
        .description("Since the last canary came through, on the partition that is behind most")
        .register(registry);
  }

  /** Who hears our heart beat. */
  record Listeners(List<Heartbeat> all) {
    Listeners {
      all = List.copyOf(all);
    }
  }
}
