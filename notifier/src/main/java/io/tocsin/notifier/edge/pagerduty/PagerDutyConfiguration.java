package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.People;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs PagerDuty. */
@Configuration(proxyBeanMethods = false)
public class PagerDutyConfiguration {

  @Bean
  ChannelSender pagerDuty(
      Environment environment, Supplier<Policies> policies, ObjectProvider<NotifierKafka> kafka) {
    return new PagerDutyChannel(
        Binder.get(environment).bindOrCreate("tocsin.notifier.pagerduty", PagerDutySettings.class),
        policies,
        () -> kafka.getObject().installation(),
        name -> Optional.ofNullable(environment.getProperty(name)),
        environment.getProperty("tocsin.base-url", ""));
  }

  @Bean
  CallbackReceiver pagerDutyWebhooks(
      Environment environment,
      ObjectProvider<NotifierKafka> kafka,
      People people,
      Commands commands) {
    return new PagerDutyReceiver(
        environment.getProperty("tocsin.notifier.pagerduty.webhook-secret", ""),
        () -> kafka.getObject().installation(),
        people,
        commands);
  }
}
