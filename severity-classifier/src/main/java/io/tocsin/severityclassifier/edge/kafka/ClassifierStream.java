package io.tocsin.severityclassifier.edge.kafka;

import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.StreamClients;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import io.tocsin.contracts.runtime.policy.PolicyLibrary;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the stream once Kafka is there, has the topics and knows our policy; while Kafka is away
 * it keeps trying. Topics with another partition count refuse the start.
 */
public final class ClassifierStream implements SmartLifecycle, ClockGuard.KafkaClients {
  private static final Logger log = LoggerFactory.getLogger(ClassifierStream.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final KafkaSettings kafka;
  private final PolicyLibrary library;
  private final SmartLifecycle streams;
  private final StreamClients clients;
  private final ScheduledExecutorService worker = Background.thread("classifier-stream");
  private boolean published;
  private volatile boolean running;

  /**
   * @param streams starts and stops the binder's streams
   * @param clients those of the streams
   */
  public ClassifierStream(
      KafkaSettings kafka, PolicyLibrary library, SmartLifecycle streams, StreamClients clients) {
    this.kafka = kafka;
    this.library = library;
    this.streams = streams;
    this.clients = clients;
  }

  /**
   * @throws IllegalStateException when the topics are there with another partition count
   */
  @Override
  public void start() {
    running = true;
    try {
      open();
    } catch (TopicsRefused e) {
      if (e.getCause() == null) {
        running = false;
        throw new IllegalStateException(e.getMessage(), e);
      }
      tryAgain(e);
    } catch (RuntimeException e) {
      tryAgain(e);
    }
  }

  /**
   * Stops the stream and starts it with new clients. What waits is woken at once: the clock may
   * have been set while an earlier renewal is on, and this one comes after it.
   */
  @Override
  public void renew(String why) {
    log.warn("the classifier's stream is made anew: {}", why);
    clients.wake();
    worker.execute(this::makeAnew);
  }

  private void makeAnew() {
    try {
      clients.wake();
      clients.stop(streams::stop);
    } catch (RuntimeException e) {
      log.warn("the classifier's former stream could not be stopped cleanly", e);
    }
    openUntilItWorks();
  }

  private synchronized void open() throws TopicsRefused {
    TopicSetup.ensure(kafka);
    if (!published) {
      library.publish();
      published = true;
    }
    if (running) {
      streams.start();
    }
  }

  private void openUntilItWorks() {
    if (!running) {
      return;
    }
    try {
      open();
    } catch (TopicsRefused | RuntimeException e) {
      tryAgain(e);
    }
  }

  private void tryAgain(Exception e) {
    log.warn("the classifier's stream cannot start, and tries again: {}", e.getMessage());
    worker.schedule(this::openUntilItWorks, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    worker.shutdownNow();
    clients.stop(streams::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the bindings, which put the topology together. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
