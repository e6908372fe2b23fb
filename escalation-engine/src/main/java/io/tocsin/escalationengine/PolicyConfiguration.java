package io.tocsin.escalationengine;

import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.oncall.OnCallFile;
import io.tocsin.contracts.runtime.oncall.OnCallReader;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.contracts.runtime.policy.PolicyMetrics;
import io.tocsin.escalationengine.edge.kafka.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
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
  LivePolicies livePolicies(EngineSettings settings, EngineClock clock) throws PolicyRejected {
    return LivePolicies.of(Path.of(settings.policies()), clock);
  }

  /** Who is on call where a schedule of PagerDuty knows it. */
  @Bean(initMethod = "start", destroyMethod = "close")
  OnCallReader onCallReader(
      LivePolicies policies, EngineSettings settings, Environment environment, EngineClock clock) {
    return OnCallReader.ofPagerDuty(
        policies,
        name -> Optional.ofNullable(environment.getProperty(name)),
        new OnCallFile(Path.of(settings.dataDirectory())),
        clock);
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
