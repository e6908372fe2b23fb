package io.tocsin.escalationengine.edge.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.alarm.AlarmWays;
import io.tocsin.escalationengine.edge.kafka.EngineSettings;
import io.tocsin.escalationengine.edge.kafka.EngineStreams;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The ledger put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerSettings.class, AlarmSettings.class})
public class LedgerConfiguration {

  @Bean
  LedgerBook ledgerBook(LedgerSettings settings) {
    return new LedgerBook(settings.rules());
  }

  @Bean(initMethod = "start")
  LedgerReader ledgerReader(
      KafkaSettings kafka,
      LedgerSettings settings,
      EngineSettings engine,
      LedgerBook book,
      EngineClock clock,
      ClockGuard guard) {
    LedgerFile file = new LedgerFile(Path.of(engine.dataDirectory(), "ledger.json"));
    LedgerReader reader = new LedgerReader(kafka, settings, book, file, clock);
    guard.guard(reader);
    return reader;
  }

  @Bean
  AlarmWays waysToTheCatchAll(
      AlarmSettings settings,
      Supplier<Policies> policies,
      Environment environment,
      LedgerBook book) {
    return AlarmWays.of(
        settings.pagerduty(),
        settings.sms(),
        policies,
        name -> Optional.ofNullable(environment.getProperty(name)),
        () -> book.installation().orElseThrow());
  }

  @Bean(initMethod = "start")
  LedgerAlarms ledgerAlarms(
      LedgerBook book,
      LedgerReader reader,
      EngineStreams streams,
      AlarmWays ways,
      LedgerSettings settings,
      EngineClock clock) {
    return new LedgerAlarms(
        book,
        reader,
        () -> streams.state().map(KafkaStreams.State::name).orElse("NOT_STARTED"),
        new LedgerAlarms.Bells(ways, settings),
        clock);
  }

  @Bean
  LedgerMetrics ledgerMetrics(MeterRegistry registry, LedgerBook book) {
    return new LedgerMetrics(registry, book);
  }
}
