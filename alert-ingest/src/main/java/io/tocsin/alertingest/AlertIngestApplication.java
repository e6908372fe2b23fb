package io.tocsin.alertingest;

import io.tocsin.alertingest.edge.alarm.AlarmConfiguration;
import io.tocsin.alertingest.edge.canary.CanaryConfiguration;
import io.tocsin.alertingest.edge.http.HttpConfiguration;
import io.tocsin.alertingest.edge.kafka.KafkaConfiguration;
import io.tocsin.alertingest.edge.spool.SpoolConfiguration;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** alert-ingest: in a process of its own, or beside its siblings in one. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration"
    })
@EnableConfigurationProperties(IngestSettings.class)
@Import({
  ServiceConfiguration.class,
  PolicyConfiguration.class,
  KafkaConfiguration.class,
  SpoolConfiguration.class,
  AlarmConfiguration.class,
  HttpConfiguration.class,
  CanaryConfiguration.class
})
@ComponentScan("io.tocsin.alertingest.edge.source")
public class AlertIngestApplication {
  private static final String NAME = "alert-ingest";

  public static void main(String[] arguments) {
    builder().run(arguments);
  }

  /**
   * Starts the service in this process.
   *
   * @param properties win over {@code alert-ingest.yml} and the environment
   */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return builder().run(arguments(properties));
  }

  /** As {@link #start(Map)}, by policies that siblings in this process share. */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties, LivePolicies policies) {
    return start(
        properties,
        context -> context.getBeanFactory().registerSingleton("livePolicies", policies));
  }

  /** As {@link #start(Map)}, with beans of the caller's own. */
  static ConfigurableApplicationContext start(
      Map<String, Object> properties,
      ApplicationContextInitializer<GenericApplicationContext> beans) {
    return builder().initializers(beans).run(arguments(properties));
  }

  private static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(AlertIngestApplication.class)
        .web(WebApplicationType.REACTIVE)
        .properties("spring.config.name=" + NAME);
  }

  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }
}
