package io.tocsin.alertingest.edge.canary;

import io.tocsin.alertingest.core.canary.CanaryStanding;
import io.tocsin.alertingest.core.canary.CanaryWatch;
import io.tocsin.contracts.runtime.Background;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second, on a thread that waits for nobody: who flies, who is back, who is told. */
final class CanaryLookout implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CanaryLookout.class);

  private final CanarySettings settings;
  private final CanaryFlights flights;
  private final CanaryWatch watch;
  private final List<Heartbeat> heartbeats;
  private final InstantSource clock;
  private final ScheduledExecutorService looks = Background.thread("canary-lookout");

  CanaryLookout(
      CanarySettings settings,
      CanaryFlights flights,
      CanaryWatch watch,
      List<Heartbeat> heartbeats,
      InstantSource clock) {
    this.settings = settings;
    this.flights = flights;
    this.watch = watch;
    this.heartbeats = List.copyOf(heartbeats);
    this.clock = clock;
  }

  void start() {
    if (!settings.isOn()) {
      log.warn("{}", CanaryHealth.OFF);
      return;
    }
    if (heartbeats.isEmpty()) {
      log.warn("{}", CanaryHealth.NOBODY_LISTENS);
    }
    looks.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
  }

  private void lookSafely() {
    try {
      Instant now = clock.instant();
      flights.look(now);
      CanaryStanding standing = watch.look(now);
      heartbeats.forEach(heartbeat -> heartbeat.look(standing, now));
    } catch (RuntimeException e) {
      log.error("the lookout for canaries stumbled; it looks again in a second", e);
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
