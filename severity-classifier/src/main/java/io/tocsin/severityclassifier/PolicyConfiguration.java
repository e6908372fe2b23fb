package io.tocsin.severityclassifier;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.runtime.PolicyLibrary;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies of this process; a broken policy root refuses the start. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  @Bean
  PolicyBundle policyBundle(ClassifierSettings settings) throws PolicyRejected {
    return PolicyFiles.read(settings.policies());
  }

  @Bean
  @ConditionalOnMissingBean
  PolicyReader policyReader() {
    return PolicyLoader::load;
  }

  @Bean
  PolicyLibrary policyLibrary(ClassifierSettings settings, PolicyBundle bundle, PolicyReader reader)
      throws PolicyRejected {
    return new PolicyLibrary(
        settings.kafka().settings(), bundle, reader.read(bundle), reader::readPublished);
  }
}
