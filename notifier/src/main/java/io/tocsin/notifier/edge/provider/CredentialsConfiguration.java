package io.tocsin.notifier.edge.provider;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.policy.Policies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Has credentials checked at the start. */
@Configuration(proxyBeanMethods = false)
public class CredentialsConfiguration {

  @Bean
  Credentials credentials(
      Environment environment,
      List<ChannelSender> channels,
      Supplier<Policies> policies,
      ExecutorService providerCallers,
      MeterRegistry meters) {
    Duration again =
        environment.getRequiredProperty("tocsin.notifier.credentials-again", Duration.class);
    return new Credentials(channels, () -> policies.get().hash(), providerCallers, again, meters);
  }
}
