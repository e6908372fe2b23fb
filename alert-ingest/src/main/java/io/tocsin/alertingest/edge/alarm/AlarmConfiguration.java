package io.tocsin.alertingest.edge.alarm;

import io.tocsin.alertingest.IngestSettings;
import io.tocsin.alertingest.core.canary.CanaryWatch;
import io.tocsin.alertingest.core.spool.RecentCount;
import io.tocsin.alertingest.edge.kafka.KafkaWatch;
import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.alarm.AlarmWays;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The alarms about ingest put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlarmSettings.class)
public class AlarmConfiguration {

  @Bean
  RecentCount quarantinedLately(AlarmSettings settings) {
    return new RecentCount(settings.every());
  }

  @Bean
  AlarmMemory alarmMemory(IngestSettings settings) {
    return AlarmMemory.in(settings.dataDirectory().resolve("alarms.json"));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  IngestAlarms ingestAlarms(
      Spool spool,
      RecentCount quarantinedLately,
      CanaryWatch canaries,
      AlarmWays ways,
      IngestAlarms.Remembered remembered,
      AlarmSettings settings,
      EngineClock clock) {
    Troubles troubles = new Troubles(spool, quarantinedLately, canaries, settings);
    return new IngestAlarms(troubles, ways.byName(), remembered, settings, clock);
  }

  @Bean
  IngestAlarms.Remembered rememberedAlarms(
      AlarmMemory memory, KafkaSettings kafka, KafkaWatch watch) {
    return new IngestAlarms.Remembered(
        memory,
        () -> watch.isReachable() ? Optional.of(InstallationId.of(kafka)) : Optional.empty());
  }

  @Bean
  AlarmWays waysToTheCatchAll(
      AlarmSettings settings,
      Supplier<Policies> policies,
      Environment environment,
      AlarmMemory memory) {
    return AlarmWays.of(
        settings.pagerduty(),
        settings.sms(),
        policies,
        name -> Optional.ofNullable(environment.getProperty(name)),
        memory::installation);
  }
}
