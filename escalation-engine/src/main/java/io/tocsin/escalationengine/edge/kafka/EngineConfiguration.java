package io.tocsin.escalationengine.edge.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.PolicyLibrary;
import java.nio.file.Path;
import java.util.function.Supplier;
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

  @Bean
  PolicyBundle policyBundle(EngineSettings settings) throws PolicyRejected {
    return PolicyFiles.read(Path.of(settings.policies()));
  }

  @Bean
  Policies policies(PolicyBundle bundle) throws PolicyRejected {
    return PolicyLoader.load(bundle);
  }

  @Bean(destroyMethod = "close")
  PolicyLibrary policyLibrary(KafkaSettings kafka, PolicyBundle bundle, Policies policies) {
    return new PolicyLibrary(kafka, bundle, policies, EngineConfiguration::published);
  }

  @Bean
  Supplier<Policies> currentPolicies(PolicyLibrary library) {
    return library::current;
  }

  @Bean(destroyMethod = "close")
  Backlog backlog(KafkaSettings kafka) {
    return new Backlog(kafka, EngineStreams.APPLICATION_ID, EngineTopology.INPUTS);
  }

  @Bean
  EngineStreams engineStreams(
      KafkaSettings kafka,
      EngineSettings settings,
      EngineClock clock,
      PolicyLibrary library,
      Backlog backlog,
      MeterRegistry registry) {
    return new EngineStreams(
        kafka,
        settings,
        new Engine(
            clock,
            new Rulebooks(library::current, library::pinned),
            backlog::of,
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

  /** A bundle was checked before it was published; one that cannot be read any more is a fault. */
  private static Policies published(PolicyBundle bundle) {
    try {
      return PolicyLoader.load(bundle);
    } catch (PolicyRejected e) {
      throw new IllegalStateException("a published policy does not load: " + e.getMessage(), e);
    }
  }
}
