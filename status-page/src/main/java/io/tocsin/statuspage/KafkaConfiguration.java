package io.tocsin.statuspage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.statuspage.core.Publication;
import io.tocsin.statuspage.edge.kafka.IncidentReader;
import io.tocsin.statuspage.edge.kafka.IncidentsBinding;
import io.tocsin.statuspage.edge.kafka.KafkaHearing;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.messaging.Message;

/** The function {@code incidents}, bound by the settings, and when its binding starts. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  IncidentReader incidentReader(
      Publication publication, KafkaHearing hearing, EngineClock clock, MeterRegistry meters) {
    return new IncidentReader(
        publication,
        hearing,
        clock,
        Counter.builder("tocsin.statuspage.records.unreadable")
            .description("Records of incidents that were passed over")
            .register(meters));
  }

  @Bean
  Consumer<Message<List<?>>> incidents(IncidentReader reader) {
    return reader::accept;
  }

  @Bean
  ApplicationListener<ListenerContainerIdleEvent> silence(IncidentReader reader) {
    return reader::onSilence;
  }

  @Bean(destroyMethod = "close")
  IncidentsBinding incidentsBinding(
      StatusPageSettings settings, BindingsLifecycleController bindings, ClockGuard guard) {
    IncidentsBinding binding = new IncidentsBinding(settings.kafka(), bindings);
    guard.guard(binding);
    return binding;
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> startReading(IncidentsBinding binding) {
    return ready -> binding.start();
  }
}
