package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.notifier.core.DeliveryBook;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.provider.Pipeline;
import io.tocsin.notifier.edge.provider.Stripes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Where one channel's reserved notifications are sent from, and their results are handed in. */
final class Desk {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** Six hours at every 30 s. */
  private static final int ATTEMPTS = 720;

  private final Pipeline pipeline;
  private final Stripes stripes;
  private final DeliveryBook book;
  private final Results results;
  private final References references;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Duration again;
  private final Map<NotificationId, Integer> inFlight = new ConcurrentHashMap<>();
  private final Set<NotificationId> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "notifier-later");
            thread.setDaemon(true);
            return thread;
          });

  Desk(Pipeline pipeline, DeliveryBook book, Sending sending) {
    this.pipeline = pipeline;
    this.book = book;
    this.stripes = sending.stripes();
    this.results = sending.results();
    this.references = sending.references();
    this.clock = sending.clock();
    this.meters = sending.meters();
    this.again = sending.owedAgain();
  }

  /**
   * Sends after everything of the same incident that was submitted before.
   *
   * @param maybeSent whether it may have been sent before a crash
   */
  void submit(int partition, Notification notification, boolean maybeSent) {
    if (inFlight.putIfAbsent(notification.id(), partition) == null) {
      stripes.submit(notification.incident(), () -> deliver(partition, notification, maybeSent, 1));
    }
  }

  /** Those whose result is not committed yet: in our hands, so not unknown. */
  Set<NotificationId> inFlight() {
    return Set.copyOf(inFlight.keySet());
  }

  private void deliver(int partition, Notification notification, boolean maybeSent, int attempt) {
    MDC.put("incident", notification.incident().toString());
    Timer.Sample sample = Timer.start(meters);
    try {
      Outcome outcome = outcome(notification, maybeSent);
      sample.stop(meters.timer("tocsin.notifier.send", "channel", channel(notification)));
      if (isOwedStill(notification, outcome, attempt)) {
        deliverLater(partition, notification, attempt);
      } else {
        conclude(partition, notification, outcome);
      }
    } catch (InterruptedException e) {
      // the result is not known: it stays reserved and is reconciled at the next start
      inFlight.remove(notification.id());
      Thread.currentThread().interrupt();
    } finally {
      MDC.remove("incident");
    }
  }

  /**
   * A page that fails goes to the engine, which calls by another way. That somebody has it, or that
   * it is over, must reach the provider in the end: both may be said twice.
   */
  private static boolean isOwedStill(Notification notification, Outcome outcome, int attempt) {
    return notification.act() != Notification.Act.PAGE && outcome.mayPass() && attempt < ATTEMPTS;
  }

  private void deliverLater(int partition, Notification notification, int attempt) {
    log.warn(
        "{} {} is tried again in {} s", notification.act(), notification.id(), again.toSeconds());
    waiting.add(notification.id());
    later.schedule(
        () -> {
          waiting.remove(notification.id());
          stripes.submit(
              notification.incident(), () -> deliver(partition, notification, true, attempt + 1));
        },
        again.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private Outcome outcome(Notification notification, boolean maybeSent)
      throws InterruptedException {
    try {
      return pipeline.deliver(notification, maybeSent, book::neverOpened);
    } catch (RuntimeException e) {
      log.error("notification {} could not be sent: a fault of our own", notification.id(), e);
      return Outcome.failed(
          Reasons.INTERNAL, "a fault of our own (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private void conclude(int partition, Notification notification, Outcome outcome) {
    Delivery delivery = outcome.delivery(notification, clock.instant());
    DeliveryReceipt receipt = outcome.receipt(notification, delivery.at());
    book.write(partition, delivery);
    // the next of the same incident looks it up before Kafka has told us
    references.enter(delivery);
    results.add(new Result(delivery, receipt, () -> inFlight.remove(notification.id())));
    count(notification, outcome);
    if (outcome.isDelivered()) {
      log.info("{} {}: {}", notification.act(), notification.id(), outcome.reason().name());
    } else {
      log.warn(
          "{} {} {}: {}",
          notification.act(),
          notification.id(),
          outcome.result(),
          outcome.reason().text());
    }
  }

  private void count(Notification notification, Outcome outcome) {
    meters
        .counter(
            "tocsin.notifier.deliveries",
            "channel",
            channel(notification),
            "outcome",
            outcome.result().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  /** Waits until the results of {@code partitions} are committed, at most for {@code patience}. */
  void awaitIdle(Collection<Integer> partitions, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (isBusy(partitions) && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isBusy(Collection<Integer> partitions) {
    return inFlight.entrySet().stream()
        .anyMatch(it -> partitions.contains(it.getValue()) && !waiting.contains(it.getKey()));
  }

  private static String channel(Notification notification) {
    return notification.channel().wireName();
  }
}
