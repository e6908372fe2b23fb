package io.tocsin.escalationengine.edge.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What the engine counts of itself. */
public final class EngineMetrics {
  private final Counter undecided;
  private final Counter fired;
  private final Counter mended;
  private final Timer lateness;

  public EngineMetrics(MeterRegistry registry) {
    this.undecided =
        Counter.builder("tocsin.escalation-engine.undecided")
            .description("Records that became P1-unknown or a dead letter")
            .register(registry);
    this.fired =
        Counter.builder("tocsin.escalation-engine.timers.fired")
            .description("Deadlines taken")
            .register(registry);
    this.mended =
        Counter.builder("tocsin.escalation-engine.timers.mended")
            .description("Timer index entries that the audit found wrong and set right")
            .register(registry);
    this.lateness =
        Timer.builder("tocsin.escalation-engine.timers.lateness")
            .description("From a deadline to the step that takes it")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  void undecided() {
    undecided.increment();
  }

  void fired(Duration late) {
    fired.increment();
    lateness.record(late);
  }

  void mended() {
    mended.increment();
  }
}
