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
import io.tocsin.contracts.runtime.alarm.CatchAllKey;
import io.tocsin.contracts.runtime.alarm.PagerDutyAlarm;
import io.tocsin.contracts.runtime.alarm.SelfAlarm;
import io.tocsin.contracts.runtime.alarm.SmsAlarm;
import java.util.LinkedHashMap;
import java.util.Map;
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
      Ways ways,
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
  Ways waysToTheCatchAll(
      AlarmSettings settings,
      Supplier<Policies> policies,
      Environment environment,
      AlarmMemory memory) {
    Map<String, SelfAlarm> ways = new LinkedHashMap<>();
    CatchAllKey key =
        new CatchAllKey(
            policies,
            name -> Optional.ofNullable(environment.getProperty(name)),
            settings.pagerduty().standInKeys());
    ways.put(
        "pagerduty",
        new PagerDutyAlarm(settings.pagerduty().eventsUrl(), key, memory::installation));
    settings.sms().account().ifPresent(account -> ways.put("sms", new SmsAlarm(account, policies)));
    return new Ways(ways);
  }

  /** The ways to the catch-all that are configured; PagerDuty's tells when it is not. */
  record Ways(Map<String, SelfAlarm> byName) {}
}
