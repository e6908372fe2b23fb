package io.tocsin.notifier.edge.datadog;

import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.PinnedWords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs the way back to Datadog. */
@Configuration(proxyBeanMethods = false)
public class DatadogConfiguration {

  @Bean
  ChannelSender datadog(
      Environment environment, PinnedWords words, ObjectProvider<NotifierKafka> kafka) {
    String baseUrl = environment.getProperty("tocsin.base-url", "");
    return new DatadogChannel(
        Binder.get(environment).bindOrCreate("tocsin.notifier.datadog", DatadogSettings.class),
        () -> kafka.getObject().installation(),
        words::of,
        baseUrl);
  }
}
