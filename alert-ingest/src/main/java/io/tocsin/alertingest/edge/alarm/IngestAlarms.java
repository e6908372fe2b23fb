package io.tocsin.alertingest.edge.alarm;

import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.alarm.Bell;
import io.tocsin.contracts.runtime.alarm.SelfAlarm;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second, on a thread of its own, whether ingest can do what it is there for, and calls
 * the catch-all if not. Each way has its own bell, so that one that fails holds up no other.
 */
final class IngestAlarms implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IngestAlarms.class);

  private final Troubles troubles;
  private final Map<String, SelfAlarm> ways;
  private final AlarmMemory memory;
  private final Supplier<Optional<String>> installation;
  private final AlarmSettings settings;
  private final InstantSource clock;
  private final Map<String, Bell> bells = new HashMap<>();
  private final ScheduledExecutorService looks = Background.thread("ingest-alarms");

  /**
   * @param ways to the catch-all, by name
   */
  IngestAlarms(
      Troubles troubles,
      Map<String, SelfAlarm> ways,
      Remembered remembered,
      AlarmSettings settings,
      InstantSource clock) {
    this.troubles = troubles;
    this.ways = ways;
    this.memory = remembered.memory();
    this.installation = remembered.installation();
    this.settings = settings;
    this.clock = clock;
  }

  void start() {
    looks.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      log.error("the alarms about ingest stumbled; they look again in a second", e);
    }
  }

  /** One look; open to the package so that a test needs no second to pass. */
  void look() {
    Instant now = clock.instant();
    troubles
        .at(now)
        .forEach((name, trouble) -> ways.keySet().forEach(way -> ring(way, name, trouble, now)));
    if (!memory.knowsInstallation()) {
      installation.get().ifPresent(memory::installation);
    }
  }

  private void ring(String way, String name, Optional<Trouble> trouble, Instant now) {
    String key = way + "/" + name;
    Bell bell = bells.computeIfAbsent(key, it -> bell(way, name));
    bell.look(trouble, now);
    if (!bell.rang().equals(memory.rang(key))) {
      memory.rang(key, bell.rang());
    }
  }

  private Bell bell(String way, String name) {
    SelfAlarm alarm = Objects.requireNonNull(ways.get(way));
    return new Bell(alarm, name, settings.every(), memory.rang(way + "/" + name).orElse(null));
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  /**
   * What outlives the process.
   *
   * @param installation its id as Kafka tells it; empty while Kafka is away
   */
  record Remembered(AlarmMemory memory, Supplier<Optional<String>> installation) {}
}
