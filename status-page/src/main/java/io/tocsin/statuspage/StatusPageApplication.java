package io.tocsin.statuspage;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The status page as a process of its own, or as one context among several in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(StatusPageSettings.class)
@Import({BoardConfiguration.class, KafkaConfiguration.class, HttpConfiguration.class})
public class StatusPageApplication {
  private static final String NAME = "status-page";

  public static void main(String[] args) {
    application(StatusPageApplication::load).run(args);
  }

  /**
   * Starts it.
   *
   * @param properties win over {@code status-page.yml}
   * @throws IllegalStateException when the policy is refused, with every problem of it
   */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return start(properties, StatusPageApplication::load);
  }

  static ConfigurableApplicationContext start(
      Map<String, Object> properties, Function<Path, Policies> policies) {
    return application(policies)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }

  private static SpringApplication application(Function<Path, Policies> policies) {
    SpringApplication application = new SpringApplication(StatusPageApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", NAME));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    Policies.class,
                    () -> policies.apply(context.getBean(StatusPageSettings.class).policies())));
    return application;
  }

  private static Policies load(Path root) {
    try {
      return PolicyLoader.load(PolicyFiles.read(root));
    } catch (PolicyRejected e) {
      throw new IllegalStateException(
          "the policy in " + root + " is refused:\n" + e.getMessage(), e);
    }
  }
}
