package io.tocsin.notifier;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The policies that contacts, keys and limits are looked up in, live. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  /** Policies that are already loaded, as a bean, win over the folder. */
  @Bean
  Supplier<Policies> currentPolicies(ObjectProvider<Policies> loaded, Environment environment)
      throws PolicyRejected {
    Policies given = loaded.getIfAvailable();
    Policies current =
        given != null
            ? given
            : PolicyLoader.load(
                PolicyFiles.read(Path.of(environment.getRequiredProperty("tocsin.policies"))));
    return () -> current;
  }
}
