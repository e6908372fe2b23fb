package io.tocsin.severityclassifier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.StreamClients;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import io.tocsin.severityclassifier.edge.http.ExplainController;
import io.tocsin.severityclassifier.edge.kafka.ClassifierMetrics;
import io.tocsin.severityclassifier.edge.kafka.ClassifierStream;
import io.tocsin.severityclassifier.edge.kafka.ClassifierTopology;
import io.tocsin.severityclassifier.edge.kafka.RocksMemory;
import io.tocsin.severityclassifier.edge.kafka.StreamHealth;
import io.tocsin.severityclassifier.edge.kafka.StreamShape;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.springframework.cloud.stream.binder.kafka.streams.StreamsBuilderFactoryManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The stream and what keeps it going. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  @Bean
  EngineClock engineClock() {
    return new EngineClock();
  }

  @Bean
  ClassifierMetrics classifierMetrics(MeterRegistry meters) {
    return new ClassifierMetrics(meters);
  }

  /** The function that the binder puts between {@code alerts} and {@code classified-alerts}. */
  @Bean
  Function<KStream<String, byte[]>, KStream<String, byte[]>> classify(
      LivePolicies policies, EngineClock clock, ClassifierMetrics metrics) {
    return new ClassifierTopology(new ClassifierTopology.Surroundings(policies, clock, metrics))
        ::classified;
  }

  @Bean
  RocksMemory rocksMemory() {
    return new RocksMemory();
  }

  /**
   * Primary, because the binder takes a configurer only if it is the one, and metrics bring one.
   */
  @Bean
  @Primary
  StreamShape streamShape(RocksMemory memory, ClassifierMetrics metrics, StreamClients clients) {
    return new StreamShape(memory, metrics, clients);
  }

  @Bean
  StreamClients streamClients() {
    return new StreamClients();
  }

  @Bean(destroyMethod = "close")
  PolicyLibrary policyLibrary(ClassifierSettings settings, LivePolicies policies) {
    return new PolicyLibrary(settings.kafka().settings(), policies);
  }

  @Bean
  ClassifierStream classifierStream(
      ClassifierSettings settings,
      PolicyLibrary library,
      StreamsBuilderFactoryManager streams,
      StreamClients clients) {
    return new ClassifierStream(settings.kafka().settings(), library, streams, clients);
  }

  /** Named after what the readiness group asks for. */
  @Bean("stream")
  StreamHealth streamHealth(StreamShape stream) {
    return new StreamHealth(stream);
  }

  @Bean
  ClockGuard clockGuard(EngineClock clock, ClassifierStream stream, MeterRegistry meters) {
    ClockGuard guard = new ClockGuard(clock);
    guard.guard(stream);
    Gauge.builder("tocsin.clock.drift", guard, it -> it.drift().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("how far the wall clock is ahead of engine time")
        .register(meters);
    guard.start();
    return guard;
  }

  @Bean
  ExplainController explainController(LivePolicies policies, EngineClock clock) {
    return new ExplainController(policies, clock);
  }
}
