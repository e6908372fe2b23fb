package io.tocsin.contracts.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the wall clock beside engine time. More than 5 s apart is an alarm and never adopted,
 * unless the system's uptime confirms that the machine slept. Kafka's clients take heartbeats,
 * commits and punctuation from the wall clock and do not survive a step back, so after a step every
 * client that said so here is made anew.
 */
public final class ClockGuard implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClockGuard.class);
  private static final Duration TOLERANCE = Duration.ofSeconds(5);
  private static final Path UPTIME = Path.of("/proc/uptime");

  private final EngineClock clock;
  private final Supplier<OptionalDouble> uptimeSeconds;
  private final List<KafkaClients> clients = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watch = Background.thread("clock-guard");
  private Duration known = Duration.ZERO;
  private double uptimeLag;

  public ClockGuard(EngineClock clock) {
    this(clock, ClockGuard::systemUptime);
  }

  ClockGuard(EngineClock clock, Supplier<OptionalDouble> uptimeSeconds) {
    this.clock = clock;
    this.uptimeSeconds = uptimeSeconds;
    this.uptimeLag = uptimeAhead();
  }

  /** Clients that must be made anew after a step of the wall clock. */
  public void guard(KafkaClients renewed) {
    clients.add(renewed);
  }

  public void start() {
    watch.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
  }

  /** How far the wall clock is ahead of engine time, for the alarm and the metric. */
  public Duration drift() {
    return clock.drift();
  }

  /** Whether the wall clock is too far from engine time to be believed. */
  public boolean isAlarmed() {
    return drift().abs().compareTo(TOLERANCE) > 0;
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      log.error("the clock guard stumbled; it looks again in a second", e);
    }
  }

  /** One look; public to the package so that a test needs no second to pass. */
  void look() {
    Duration drift = clock.drift();
    Duration step = drift.minus(known);
    if (step.abs().compareTo(TOLERANCE) <= 0) {
      return;
    }
    double slept = uptimeAhead() - uptimeLag;
    if (!step.isNegative() && Math.abs(slept - seconds(step)) < seconds(TOLERANCE)) {
      clock.slept(step);
      uptimeLag = uptimeAhead();
      log.warn("the machine slept for {} s; engine time follows", step.toSeconds());
    } else {
      known = drift;
      log.error(
          "the wall clock was set by {} s and is not believed; engine time goes on. Set it right.",
          step.toSeconds());
    }
    clients.forEach(renewed -> renew(renewed, step));
  }

  private static void renew(KafkaClients clients, Duration step) {
    try {
      clients.renew("the wall clock was set by " + step.toSeconds() + " s");
    } catch (RuntimeException e) {
      log.error("a Kafka client could not be made anew after the clock was set; restart it", e);
    }
  }

  /** By how many seconds the system has been up longer than engine time has run, or 0. */
  private double uptimeAhead() {
    OptionalDouble uptime = uptimeSeconds.get();
    return uptime.isPresent()
        ? uptime.getAsDouble() - clock.instant().toEpochMilli() / 1000.0
        : uptimeLag;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static OptionalDouble systemUptime() {
    try {
      String text = Files.readString(UPTIME);
      return OptionalDouble.of(Double.parseDouble(text.substring(0, text.indexOf(' '))));
    } catch (IOException | RuntimeException e) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  /** Whoever holds Kafka clients: stops them, makes new ones, goes on. */
  @FunctionalInterface
  public interface KafkaClients {
    void renew(String why);
  }
}
