package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.PinnedWords;
import java.util.Optional;
import java.util.function.Function;
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
  SlackNames slackNames() {
    return new SlackNames();
  }

  @Bean(destroyMethod = "close")
  SlackLookup slackLookup(
      Environment environment,
      SlackSettings settings,
      SlackApi slackApi,
      SlackNames names,
      Supplier<Policies> policies) {
    SlackLookup lookup =
        new SlackLookup(
            slackApi, names, () -> NamedInPolicy.of(policies.get(), secrets(environment)));
    if (!settings.botToken().isEmpty()) {
      lookup.start();
    }
    return lookup;
  }

  private static Function<String, Optional<String>> secrets(Environment environment) {
    return name -> Optional.ofNullable(environment.getProperty(name));
  }

  @Bean
  ChannelSender slack(
      Environment environment,
      SlackSettings settings,
      SlackApi slackApi,
      SlackNames names,
      Supplier<Policies> policies,
      PinnedWords words,
      ObjectProvider<NotifierKafka> kafka) {
    return new SlackChannel(
        settings,
        slackApi,
        policies,
        () -> kafka.getObject().installation(),
        new Addresses(policies, secrets(environment), names),
        words::of);
  }
}
