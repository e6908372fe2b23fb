package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs Slack. */
@Configuration(proxyBeanMethods = false)
public class SlackConfiguration {

  @Bean
  SlackSettings slackSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("tocsin.notifier.slack", SlackSettings.class);
  }

  @Bean(destroyMethod = "close")
  SlackApi slackApi(SlackSettings settings) {
    return new SlackApi(settings);
  }

  @Bean
  ChannelSender slack(
      Environment environment,
      SlackSettings settings,
      SlackApi slackApi,
      Supplier<Policies> policies,
      PolicyLibrary library,
      ObjectProvider<NotifierKafka> kafka) {
    String baseUrl = environment.getProperty("tocsin.base-url", "");
    return new SlackChannel(
        settings,
        slackApi,
        policies,
        () -> kafka.getObject().installation(),
        name -> Optional.ofNullable(environment.getProperty(name)),
        notification ->
            new MessageText(library.pinned(notification.policy()), policies.get(), baseUrl));
  }
}
