package io.tocsin.alertingest.edge.source;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.eventbridge.EventBridgeSource;
import io.tocsin.contracts.policy.Policies;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code POST /webhooks/eventbridge/{integration-key}} (RUN-03.1b). */
@Configuration(proxyBeanMethods = false)
class EventBridgeConfiguration {

  @Bean
  AlertSource eventBridgeSource(PayloadReader reader, Supplier<Policies> policies) {
    return new EventBridgeSource(reader, policies);
  }
}
