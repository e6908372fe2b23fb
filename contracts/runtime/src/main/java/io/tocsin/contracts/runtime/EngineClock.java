package io.tocsin.contracts.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Engine time: the wall clock at start plus monotonic time. A wall clock that is set while we run
 * changes nothing here; only a suspended machine, confirmed by its uptime, moves it.
 */
public final class EngineClock implements InstantSource {
  private final InstantSource wall;
  private final LongSupplier nanos;
  private final Instant started;
  private final long startedNanos;
  private volatile Duration suspended = Duration.ZERO;

  public EngineClock() {
    this(InstantSource.system(), System::nanoTime);
  }

  EngineClock(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.started = wall.instant();
    this.startedNanos = nanos.getAsLong();
  }

  /** Engine time, in whole milliseconds: what is on the wire. */
  @Override
  public Instant instant() {
    return exact().truncatedTo(ChronoUnit.MILLIS);
  }

  /** How far the wall clock is ahead of engine time; negative when it is behind. */
  public Duration drift() {
    return Duration.between(exact(), wall.instant());
  }

  /** The machine slept for {@code gap}: time went on without us. */
  void slept(Duration gap) {
    suspended = suspended.plus(gap);
  }

  private Instant exact() {
    return started.plusNanos(nanos.getAsLong() - startedNanos).plus(suspended);
  }
}
