package io.tocsin.notifier.edge.probe;

import io.tocsin.notifier.edge.provider.ChannelSender;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Installs the test receiver. */
@Configuration(proxyBeanMethods = false)
public class ProbeConfiguration {

  @Bean
  ChannelSender probe(Environment environment) {
    return new ProbeChannel(
        Binder.get(environment).bindOrCreate("tocsin.notifier.probe", ProbeSettings.class));
  }
}
