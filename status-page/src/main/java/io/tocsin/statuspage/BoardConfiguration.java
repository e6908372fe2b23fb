package io.tocsin.statuspage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.EngineClock;
import io.tocsin.statuspage.core.Disclosure;
import io.tocsin.statuspage.core.History;
import io.tocsin.statuspage.core.PublicState;
import io.tocsin.statuspage.core.Publication;
import io.tocsin.statuspage.edge.disk.Snapshot;
import io.tocsin.statuspage.edge.disk.SnapshotFile;
import io.tocsin.statuspage.edge.disk.SnapshotKeeper;
import io.tocsin.statuspage.edge.kafka.KafkaHearing;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The board, what it was before, and the time. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

  @Bean
  EngineClock clock() {
    return new EngineClock();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ClockGuard clockGuard(EngineClock clock, MeterRegistry meters) {
    ClockGuard guard = new ClockGuard(clock);
    Gauge.builder("tocsin.clock.drift.seconds", guard, g -> g.drift().toMillis() / 1000.0)
        .description("How far the wall clock is ahead of engine time")
        .register(meters);
    return guard;
  }

  @Bean
  Disclosure disclosure(Supplier<Policies> policies) {
    return new Disclosure(policies);
  }

  @Bean
  SnapshotFile snapshotFile(StatusPageSettings settings) {
    return new SnapshotFile(settings.dataDirectory());
  }

  @Bean
  Snapshot snapshotAtStart(SnapshotFile file, EngineClock clock) {
    return file.read().orElseGet(() -> new Snapshot(PublicState.begunAt(clock.instant()), null));
  }

  @Bean
  Publication publication(
      StatusPageSettings settings, Disclosure disclosure, Snapshot snapshotAtStart) {
    History history =
        new History(settings.statusPage().keptFor(), settings.statusPage().keptAtMost());
    return new Publication(disclosure, history, snapshotAtStart.state());
  }

  @Bean
  KafkaHearing hearing(Snapshot snapshotAtStart) {
    return new KafkaHearing(snapshotAtStart.knownAt());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SnapshotKeeper snapshotKeeper(
      SnapshotFile file, Snapshot snapshotAtStart, Publication publication, KafkaHearing hearing) {
    return new SnapshotKeeper(
        file,
        snapshotAtStart,
        () -> new Snapshot(publication.current(), hearing.freshness().knownAt()));
  }
}
