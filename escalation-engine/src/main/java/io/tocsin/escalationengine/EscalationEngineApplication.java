package io.tocsin.escalationengine;

import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.escalationengine.edge.http.ApiConfiguration;
import io.tocsin.escalationengine.edge.kafka.EngineConfiguration;
import io.tocsin.escalationengine.edge.ledger.LedgerConfiguration;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The escalation engine as a program, and as one of several contexts in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  PolicyConfiguration.class,
  EngineConfiguration.class,
  LedgerConfiguration.class,
  ApiConfiguration.class
})
public class EscalationEngineApplication {

  public static void main(String[] args) {
    start(Map.of());
  }

  /** Starts it with {@code properties}, which win over the settings file. */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return application(properties).run();
  }

  /** The same by policies that siblings in this process share. */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties, LivePolicies policies) {
    return application(properties)
        .initializers(
            context -> context.getBeanFactory().registerSingleton("livePolicies", policies))
        .run();
  }

  private static SpringApplicationBuilder application(Map<String, Object> properties) {
    return new SpringApplicationBuilder(EscalationEngineApplication.class)
        .web(WebApplicationType.REACTIVE)
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("given", properties)))
        .properties("spring.config.name=escalation-engine");
  }
}
