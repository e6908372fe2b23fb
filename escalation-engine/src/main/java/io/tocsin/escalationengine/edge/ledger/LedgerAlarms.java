package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.alarm.AlarmWays;
import io.tocsin.contracts.runtime.alarm.Bell;
import io.tocsin.contracts.runtime.alarm.SelfAlarm;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import io.tocsin.escalationengine.core.ledger.LedgerReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the ledger and at the stream every second, on a thread of its own, and rings. */
final class LedgerAlarms implements AutoCloseable {
  static final String UNACCOUNTED = "unaccounted";

  private static final Logger log = LoggerFactory.getLogger(LedgerAlarms.class);
  private static final Duration KAFKA_AWAY = Duration.ofSeconds(15);
  private static final int NAMED = 10;

  private final LedgerBook book;
  private final LedgerReader reader;
  private final Supplier<String> stream;
  private final Bells bells;
  private final StreamWatch watch;
  private final InstantSource clock;
  private final ScheduledExecutorService looks = Background.thread("ledger-alarms");

  /**
   * @param stream the state of the engine's stream
   */
  LedgerAlarms(
      LedgerBook book,
      LedgerReader reader,
      Supplier<String> stream,
      Bells bells,
      InstantSource clock) {
    this.book = book;
    this.reader = reader;
    this.stream = stream;
    this.bells = bells;
    this.watch = new StreamWatch(bells.streamAfter());
    this.clock = clock;
  }

  void start() {
    looks.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      log.error("the ledger's alarms stumbled; they look again in a second", e);
    }
  }

  /** One look; open to the package so that a test needs no second to pass. */
  void look() {
    LedgerReport report = book.refresh();
    if (book.installation().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    boolean answers =
        book.lastAnswer().filter(last -> now.isBefore(last.plus(KAFKA_AWAY))).isPresent();
    OptionalInt alarming = answers ? book.alarming() : OptionalInt.empty();
    if (alarming.isPresent()) {
      ring(UNACCOUNTED, trouble(alarming.getAsInt(), report), now);
    }
    Optional<Trouble> dead = watch.look(stream.get(), answers, now);
    if (answers) {
      ring(StreamWatch.ALARM, dead, now);
    }
  }

  /** Each way has a bell of its own, so that one that fails holds up no other. */
  private void ring(String alarm, Optional<Trouble> trouble, Instant now) {
    for (String way : bells.ways()) {
      String kept = way.equals(AlarmWays.PAGERDUTY) ? alarm : way + "/" + alarm;
      Optional<Instant> before = book.rang(kept);
      Bell bell = bells.of(way, alarm, before);
      bell.look(trouble, now);
      if (!bell.rang().equals(before)) {
        book.rang(kept, bell.rang());
        reader.keep();
      }
    }
  }

  private static Optional<Trouble> trouble(int alarming, LedgerReport report) {
    if (alarming == 0) {
      return Optional.empty();
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put("asOf", String.valueOf(report.asOf()));
    details.put("accepted", Long.toString(report.accepted()));
    report.alerts().stream()
        .limit(NAMED)
        .forEach(lost -> details.put(lost.id(), "accepted " + lost.acceptedAt()));
    return Optional.of(
        new Trouble(
            UNACCOUNTED,
            "Tocsin cannot account for %s%d %s, the oldest accepted %s s ago"
                .formatted(
                    report.full() ? "at least " : "",
                    alarming,
                    alarming == 1 ? "alert" : "alerts",
                    report.oldestSeconds()),
            details));
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  /** One bell for each alarm and way. */
  static final class Bells {
    private final Map<String, SelfAlarm> ways;
    private final LedgerSettings settings;
    private final Map<String, Bell> made = new LinkedHashMap<>();

    Bells(AlarmWays ways, LedgerSettings settings) {
      this.ways = ways.byName();
      this.settings = settings;
    }

    Set<String> ways() {
      return ways.keySet();
    }

    Bell of(String way, String name, Optional<Instant> rang) {
      SelfAlarm alarm = Objects.requireNonNull(ways.get(way));
      return made.computeIfAbsent(
          way + "/" + name, it -> new Bell(alarm, name, settings.alarmEvery(), orNull(rang)));
    }

    Duration streamAfter() {
      return settings.alarmAfter();
    }

    private static @Nullable Instant orNull(Optional<Instant> rang) {
      return rang.orElse(null);
    }
  }
}
