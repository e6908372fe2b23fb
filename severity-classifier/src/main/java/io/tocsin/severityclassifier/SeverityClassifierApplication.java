package io.tocsin.severityclassifier;

import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The severity classifier, alone in its process or as one of several contexts in one. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(ClassifierSettings.class)
@Import({PolicyConfiguration.class, StreamConfiguration.class})
public class SeverityClassifierApplication {
  /** The name of the service, and of its settings file. */
  public static final String NAME = "severity-classifier";

  public static void main(String[] args) {
    application().run(args);
  }

  /** Starts it; {@code properties} win over the settings file and the environment. */
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

  static SpringApplication application() {
    SpringApplication application = new SpringApplication(SeverityClassifierApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", NAME));
    return application;
  }

  static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }
}
