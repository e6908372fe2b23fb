package io.tocsin.alertingest.edge.source;

import io.tocsin.alertingest.core.AlertSource;
import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.datadog.DatadogSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code POST /webhooks/datadog/{integration-key}} (RUN-03.1a). */
@Configuration(proxyBeanMethods = false)
class DatadogConfiguration {

  @Bean
  AlertSource datadogSource(PayloadReader reader) {
    return new DatadogSource(reader);
  }
}
