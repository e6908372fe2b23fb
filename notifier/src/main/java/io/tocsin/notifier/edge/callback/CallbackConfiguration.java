package io.tocsin.notifier.edge.callback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.edge.topic.Follower;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What every provider's way back needs, and the paths of those that are installed. */
@Configuration(proxyBeanMethods = false)
public class CallbackConfiguration {

  @Bean(destroyMethod = "close")
  Commands commands(KafkaSettings kafka, ClockGuard guard) {
    Commands commands = new Commands(kafka);
    guard.guard(commands);
    return commands;
  }

  @Bean
  References references(Environment environment, MeterRegistry meters) {
    References references =
        new References(
            environment.getRequiredProperty("tocsin.notifier.references", Integer.class));
    Gauge.builder("tocsin.notifier.references", references, References::size)
        .description("messages that a callback can be matched with")
        .register(meters);
    return references;
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Follower deliveriesFollower(KafkaSettings kafka, References references, ClockGuard guard) {
    Follower follower =
        new Follower(
            kafka, Topics.DELIVERIES, Follower.From.BEGINNING, new ReferenceReader(references));
    guard.guard(follower);
    return follower;
  }

  @Bean
  Outcomes outcomes() {
    return new Outcomes();
  }

  /** Runs only where somebody may wait for it. */
  @Bean(destroyMethod = "close")
  Follower outcomesFollower(
      KafkaSettings kafka,
      Outcomes outcomes,
      ObjectProvider<CallbackReceiver> receivers,
      ClockGuard guard) {
    Follower follower = new Follower(kafka, Topics.INCIDENT_EVENTS, Follower.From.END, outcomes);
    guard.guard(follower);
    if (receivers.stream().anyMatch(each -> each.tellsOutcomes() && each.missing().isEmpty())) {
      follower.start();
    }
    return follower;
  }

  @Bean
  People people(Supplier<Policies> policies, Environment environment) {
    return new People(policies, name -> Optional.ofNullable(environment.getProperty(name)));
  }

  @Bean
  RouterFunction<ServerResponse> callbackRoutes(
      ObjectProvider<CallbackReceiver> receivers, EngineClock clock, MeterRegistry meters) {
    return new CallbackRoutes(clock, new CallbackMetrics(meters))
        .of(receivers.orderedStream().toList());
  }
}
