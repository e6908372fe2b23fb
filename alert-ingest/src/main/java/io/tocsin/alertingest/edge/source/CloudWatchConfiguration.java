package io.tocsin.alertingest.edge.source;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.cloudwatch.CloudWatchSource;
import io.tocsin.alertingest.edge.sns.SnsConfiguration;
import io.tocsin.contracts.policy.Policies;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** {@code POST /webhooks/cloudwatch/{integration-key}}, by way of SNS (RUN-03.1b). */
@Configuration(proxyBeanMethods = false)
@Import(SnsConfiguration.class)
class CloudWatchConfiguration {

  @Bean
  AlertSource cloudWatchSource(PayloadReader reader, Supplier<Policies> policies) {
    return new CloudWatchSource(reader, policies);
  }
}
