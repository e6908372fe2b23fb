package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs mail. */
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {

  @Bean
  ChannelSender mail(
      Environment environment, Supplier<Policies> policies, ObjectProvider<NotifierKafka> kafka) {
    return new MailChannel(
        Binder.get(environment).bindOrCreate("tocsin.notifier.mail", MailSettings.class),
        policies,
        () -> kafka.getObject().installation(),
        name -> Optional.ofNullable(environment.getProperty(name)),
        environment.getProperty("tocsin.base-url", ""));
  }
}
