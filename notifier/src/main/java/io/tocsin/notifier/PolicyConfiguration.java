package io.tocsin.notifier;

import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.oncall.OnCallReader;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import io.tocsin.contracts.runtime.policy.PolicyMetrics;
import io.tocsin.notifier.edge.provider.PinnedWords;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The policies that this service runs by, and how they are watched. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  /** Our own, unless whoever starts us shares theirs; a broken policy root refuses the start. */
  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnMissingBean
  LivePolicies livePolicies(Environment environment, EngineClock clock) throws PolicyRejected {
    return LivePolicies.of(Path.of(environment.getRequiredProperty("tocsin.policies")), clock);
  }

  /**
   * Who is on call where a schedule of PagerDuty knows it, for the words of messages; off where
   * whoever shares the policies reads it already.
   */
  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnProperty("tocsin.on-call.read")
  OnCallReader onCallReader(LivePolicies policies, Environment environment, EngineClock clock) {
    return OnCallReader.ofPagerDuty(
        policies, name -> Optional.ofNullable(environment.getProperty(name)), null, clock);
  }

  /** The policies that incidents were opened under; the engine publishes them. */
  @Bean(destroyMethod = "close")
  PolicyLibrary policyLibrary(KafkaSettings kafka, LivePolicies policies, ClockGuard guard) {
    PolicyLibrary library = new PolicyLibrary(kafka, policies);
    guard.guard(why -> library.renew());
    return library;
  }

  @Bean
  PinnedWords pinnedWords(PolicyLibrary library, LivePolicies policies, Environment environment) {
    return new PinnedWords(library, policies, environment.getProperty("tocsin.base-url", ""));
  }

  @Bean
  PolicyMetrics policyMetrics(LivePolicies policies) {
    return new PolicyMetrics(policies);
  }

  /** Always up: a refused reload is to be seen, and the policy that goes on serves well. */
  @Bean
  HealthIndicator policyHealthIndicator(LivePolicies policies) {
    return () -> Health.up().withDetails(policies.told()).build();
  }
}
