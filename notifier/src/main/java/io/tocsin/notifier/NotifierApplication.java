package io.tocsin.notifier;

import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.notifier.edge.callback.CallbackConfiguration;
import io.tocsin.notifier.edge.datadog.DatadogConfiguration;
import io.tocsin.notifier.edge.github.GitHubConfiguration;
import io.tocsin.notifier.edge.kafka.KafkaConfiguration;
import io.tocsin.notifier.edge.mail.MailConfiguration;
import io.tocsin.notifier.edge.pagerduty.PagerDutyConfiguration;
import io.tocsin.notifier.edge.phone.PhoneConfiguration;
import io.tocsin.notifier.edge.probe.ProbeConfiguration;
import io.tocsin.notifier.edge.provider.CredentialsConfiguration;
import io.tocsin.notifier.edge.slack.SlackConfiguration;
import io.tocsin.notifier.edge.slack.callback.SlackCallbackConfiguration;
import io.tocsin.notifier.edge.web.HealthConfiguration;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Takes notifications to providers, once each. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  KafkaConfiguration.class,
  PolicyConfiguration.class,
  PagerDutyConfiguration.class,
  MailConfiguration.class,
  PhoneConfiguration.class,
  DatadogConfiguration.class,
  GitHubConfiguration.class,
  SlackConfiguration.class,
  SlackCallbackConfiguration.class,
  ProbeConfiguration.class,
  CallbackConfiguration.class,
  CredentialsConfiguration.class,
  HealthConfiguration.class
})
public class NotifierApplication {

  public static void main(String[] arguments) {
    start(Map.of());
  }

  /** Starts with {@code properties}, which win over {@code notifier.yml}. */
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

  static SpringApplicationBuilder application(Map<String, Object> properties) {
    return new SpringApplicationBuilder(NotifierApplication.class)
        .properties("spring.config.name=notifier")
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("start", properties)));
  }
}
