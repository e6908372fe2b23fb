package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.edge.callback.CallbackReceiver;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Reference;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.PinnedWords;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs GitHub, both ways. */
@Configuration(proxyBeanMethods = false)
public class GitHubConfiguration {

  @Bean
  GitHubSettings gitHubSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("tocsin.notifier.github", GitHubSettings.class);
  }

  @Bean
  GitHubHttp gitHubHttp(GitHubSettings settings, EngineClock clock) {
    return new GitHubHttp(GitHubHttp.client(settings), settings, clock);
  }

  @Bean
  ChannelSender gitHub(
      GitHubHttp http,
      GitHubSettings settings,
      Supplier<Policies> policies,
      PinnedWords words,
      References references,
      ObjectProvider<NotifierKafka> kafka) {
    return new GitHubChannel(
        http,
        settings,
        () -> kafka.getObject().installation(),
        policies,
        words::of,
        incident -> references.first(Channel.GITHUB, incident, Told.TICKET).map(Reference::name));
  }

  @Bean
  Refusals gitHubRefusals(
      Environment environment,
      GitHubHttp http,
      References references,
      ObjectProvider<NotifierKafka> kafka,
      KafkaSettings settings,
      ClockGuard guard) {
    Refusals refusals =
        new Refusals(
            settings,
            new Explanation(
                http,
                references,
                () -> kafka.getObject().installation(),
                environment.getProperty("tocsin.base-url", "")));
    guard.guard(refusals);
    return refusals;
  }

  @Bean
  CallbackReceiver gitHubWebhooks(
      Environment environment,
      ObjectProvider<NotifierKafka> kafka,
      References references,
      Commands commands) {
    return new GitHubReceiver(
        environment.getProperty("tocsin.notifier.github.webhook-secret", ""),
        () -> kafka.getObject().installation(),
        references,
        commands);
  }
}
