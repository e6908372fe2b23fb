package io.tocsin.sandbox;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Stands in for PagerDuty and the other providers: takes what is sent to them and shows it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SandboxWiring.class)
public class SandboxApplication {

  /** Starts the sandbox as a program of its own. */
  public static void main(String[] arguments) {
    start(arguments);
  }

  /**
   * Starts the sandbox inside another program. Close the context to stop it.
   *
   * @param properties settings that come before {@code sandbox.yml}; {@code server.port=0} takes a
   *     free port, which the context's web server knows
   */
  public static ConfigurableApplicationContext start(Map<String, ?> properties) {
    return start(
        properties.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new));
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(SandboxApplication.class)
        .web(WebApplicationType.REACTIVE)
        .properties("spring.config.name=sandbox")
        .run(arguments);
  }
}
