package io.tocsin.escalationengine.edge.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
public class EngineConfiguration {

  @Bean
  EngineClock engineClock() {
    return new EngineClock();
  }

  @Bean(destroyMethod = "close")
  ClockGuard clockGuard(EngineClock clock, MeterRegistry registry) {
    ClockGuard guard = new ClockGuard(clock);
    Gauge.builder("tocsin.clock.drift.seconds", guard, it -> it.drift().toMillis() / 1000.0)
        .description("How far the wall clock is ahead of engine time")
        .register(registry);
    guard.start();
    return guard;
  }

  @Bean
  KafkaSettings kafkaSettings(EngineSettings settings) {
    EngineSettings.Kafka kafka = settings.kafka();
    return new KafkaSettings(kafka.bootstrapServers(), kafka.flush(), kafka.replicationFactor());
  }

  @Bean(destroyMethod = "close")
  PolicyLibrary policyLibrary(KafkaSettings kafka, LivePolicies policies) {
    return new PolicyLibrary(kafka, policies);
  }

  @Bean(destroyMethod = "close")
  Backlog backlog(KafkaSettings kafka, ClockGuard guard) {
    Backlog backlog = new Backlog(kafka, EngineStreams.APPLICATION_ID, EngineTopology.INPUTS);
    guard.guard(backlog);
    return backlog;
  }

  @Bean
  EngineStreams engineStreams(
      KafkaSettings kafka,
      EngineSettings settings,
      EngineClock clock,
      LivePolicies policies,
      PolicyLibrary library,
      Backlog backlog,
      MeterRegistry registry) {
    return new EngineStreams(
        kafka,
        settings,
        new Engine(
            clock,
            new Rulebooks(policies, library::pinned),
            backlog::of,
            new PromptCommits(System::nanoTime),
            new EngineMetrics(registry)));
  }

  @Bean
  EngineLifecycle engineLifecycle(
      KafkaSettings kafka, PolicyLibrary library, EngineStreams streams, ClockGuard guard) {
    return new EngineLifecycle(kafka, library, streams, guard);
  }

  @Bean
  EngineHealth streamHealthIndicator(EngineStreams streams, ClockGuard guard) {
    return new EngineHealth(streams, guard);
  }
}
