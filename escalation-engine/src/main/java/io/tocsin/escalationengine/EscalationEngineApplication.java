package io.tocsin.escalationengine;

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

/** The escalation engine as a program, and as one of several contexts in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EngineConfiguration.class, LedgerConfiguration.class, ApiConfiguration.class})
public class EscalationEngineApplication {

  public static void main(String[] args) {
    start(Map.of());
  }

  /** Starts it with {@code properties}, which win over the settings file. */
  public static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return new SpringApplicationBuilder(EscalationEngineApplication.class)
        .web(WebApplicationType.REACTIVE)
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new org.springframework.core.env.MapPropertySource("given", properties)))
        .properties("spring.config.name=escalation-engine")
        .run();
  }
}
