package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.PinnedWords;
import jakarta.mail.util.StreamProvider;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs mail. */
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {
  static {
    // unsaid, it is looked for in every jar again for each part of each mail
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  @Bean
  ChannelSender mail(
      Environment environment,
      Supplier<Policies> policies,
      PinnedWords words,
      ObjectProvider<NotifierKafka> kafka) {
    return new MailChannel(
        Binder.get(environment).bindOrCreate("tocsin.notifier.mail", MailSettings.class),
        policies,
        words::of,
        () -> kafka.getObject().installation(),
        name -> Optional.ofNullable(environment.getProperty(name)),
        environment.getProperty("tocsin.base-url", ""));
  }
}
