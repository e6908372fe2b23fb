package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.GuardSettings;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Time, Kafka and the channels' lanes. */
@Configuration(proxyBeanMethods = false)
public class KafkaConfiguration {

  @Bean
  EngineClock engineClock() {
    return new EngineClock();
  }

  @Bean
  KafkaSettings kafkaSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("tocsin.kafka", KafkaSettings.class);
  }

  @Bean
  NotifierSettings notifierSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("tocsin.notifier", NotifierSettings.class);
  }

  @Bean
  GuardSettings guardSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("tocsin.notifier.guards", GuardSettings.class);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService providerCallers() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "notifier-call-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  @Bean
  NotifierKafka notifierKafka(
      KafkaSettings kafka,
      NotifierSettings settings,
      Sending sending,
      GuardSettings guards,
      ExecutorService providerCallers,
      ObjectProvider<ChannelSender> senders) {
    return new NotifierKafka(
        kafka, settings, sending, new Channels(senders, guards, providerCallers));
  }

  @Bean
  Sending sending(
      NotifierSettings settings, EngineClock clock, MeterRegistry meters, References references) {
    return new Sending(new Results(), clock, meters, references, settings);
  }

  @Bean(destroyMethod = "close")
  ClockGuard clockGuard(EngineClock clock, NotifierKafka kafka, MeterRegistry meters) {
    ClockGuard guard = new ClockGuard(clock);
    guard.guard(kafka);
    Gauge.builder("tocsin.clock.drift.seconds", guard, it -> it.drift().toMillis() / 1000.0)
        .description("how far the wall clock is ahead of engine time")
        .register(meters);
    guard.start();
    return guard;
  }
}
