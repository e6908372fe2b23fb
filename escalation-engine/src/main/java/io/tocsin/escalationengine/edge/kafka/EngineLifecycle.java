package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the stream as soon as Kafka is there, and makes it anew after the clock was set. */
final class EngineLifecycle implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EngineLifecycle.class);
  private static final long AGAIN_SECONDS = 5;

  private final KafkaSettings kafka;
  private final PolicyLibrary library;
  private final EngineStreams streams;
  private final ScheduledExecutorService starter = Background.thread("engine-start");
  private volatile boolean running;
  private volatile boolean begun;

  EngineLifecycle(
      KafkaSettings kafka, PolicyLibrary library, EngineStreams streams, ClockGuard guard) {
    this.kafka = kafka;
    this.library = library;
    this.streams = streams;
    guard.guard(this::renew);
  }

  @Override
  public void start() {
    running = true;
    starter.execute(this::begin);
  }

  private void begin() {
    try {
      TopicSetup.ensure(kafka);
      library.start();
      streams.start();
      begun = true;
    } catch (TopicsRefused | RuntimeException e) {
      log.error("the engine cannot start; it tries again in {} s", AGAIN_SECONDS, e);
      if (running) {
        starter.schedule(this::begin, AGAIN_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /** What waits is woken at once: the clock may have been set while an earlier renewal is on. */
  private void renew(String why) {
    library.renew();
    streams.wake();
    starter.execute(() -> makeAnew(why));
  }

  /** A stream that could not be made anew has no state; it is still owed another try. */
  private void makeAnew(String why) {
    if (!running || !begun) {
      return;
    }
    try {
      library.renew();
      streams.restart(why);
    } catch (RuntimeException e) {
      log.error("the engine cannot be made anew; it tries again in {} s", AGAIN_SECONDS, e);
      if (running) {
        starter.schedule(() -> makeAnew(why), AGAIN_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    starter.shutdownNow();
    streams.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
