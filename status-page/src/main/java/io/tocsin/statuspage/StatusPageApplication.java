package io.tocsin.statuspage;

import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The status page as a process of its own, or as one context among several in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(StatusPageSettings.class)
@Import({
  PolicyConfiguration.class,
  BoardConfiguration.class,
  KafkaConfiguration.class,
  HttpConfiguration.class
})
public class StatusPageApplication {
  private static final String NAME = "status-page";

  public static void main(String[] args) {
    application().run(args);
  }

  /**
   * Starts it.
   *
   * @param properties win over {@code status-page.yml}
   */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return application().run(arguments(properties));
  }

  /** The same by policies that siblings in this process share. */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties, LivePolicies policies) {
    SpringApplication application = application();
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("livePolicies", policies));
    return application.run(arguments(properties));
  }

  private static SpringApplication application() {
    SpringApplication application = new SpringApplication(StatusPageApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", NAME));
    return application;
  }

  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }
}
