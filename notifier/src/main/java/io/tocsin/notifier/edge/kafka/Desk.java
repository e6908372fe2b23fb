package io.tocsin.notifier.edge.kafka;

import io.micrometer.core.instrument.Timer;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.runtime.Background;
import io.tocsin.notifier.core.DeliveryBook;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.edge.provider.Latest;
import io.tocsin.notifier.edge.provider.Pipeline;
import io.tocsin.notifier.edge.provider.Strands;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Where one channel's reserved notifications are sent from: its own threads, its own bounds. A page
 * whose turn does not come in time, because the provider does not answer, is given up, so that the
 * engine calls by another way.
 */
final class Desk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /** Six hours at every 30 s. */
  private static final int ATTEMPTS = 720;

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int KEPT = 10_000;

  private final Channel channel;
  private final Pipeline pipeline;
  private final Strands strands;
  private final DeliveryBook book;
  private final Sending sending;
  private final NotifierSettings settings;
  private final Conclusion conclusion;
  private final Owed owed = new Owed();
  private final Pulse pulse = new Pulse();
  private final Errands errands = new Errands();
  private final Set<NotificationId> givenUp = Latest.set(KEPT);
  private final ScheduledExecutorService later;

  Desk(Channel channel, Pipeline pipeline, DeliveryBook book, Sending sending) {
    this.channel = channel;
    this.pipeline = pipeline;
    this.book = book;
    this.sending = sending;
    this.settings = sending.settings();
    this.strands = new Strands(channel.wireName(), settings.threads());
    this.conclusion = new Conclusion(book, sending);
    this.later = Background.thread("notifier-" + channel.wireName() + "-later");
  }

  /**
   * Sends after everything of the same incident that was submitted before.
   *
   * @param maybeSent whether it may have been sent before a crash
   */
  void submit(int partition, Notification notification, boolean maybeSent) {
    Errand errand = see(partition, notification);
    if (givenUp.contains(notification.id())) {
      // it was reserved meanwhile: the last word must be the result
      errand.giveUp();
      giveUpFor(errand);
    } else if (errand.submit(maybeSent)) {
      send(errand);
    }
  }

  /** From now on a page is waited for: in time it is sent or given up, whether reserved or not. */
  Errand see(int partition, Notification notification) {
    return errands.of(
        partition,
        notification,
        errand -> {
          if (errand.isPage()) {
            look(errand, settings.pagePatience());
          }
        });
  }

  private void look(Errand errand, Duration from) {
    later.schedule(() -> giveUp(errand), from.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void giveUp(Errand errand) {
    if (!errands.has(errand) || !errand.isWaiting()) {
      return;
    }
    if (!pulse.isGone()) {
      look(errand, AGAIN);
    } else if (errand.giveUp()) {
      giveUpFor(errand);
    }
  }

  private void giveUpFor(Errand errand) {
    givenUp.add(errand.id());
    Outcome outcome =
        Outcome.failed(
            Reasons.NO_TURN,
            "%s does not answer: the page waited %d s for its turn and was not sent"
                .formatted(channel.wireName(), settings.pagePatience().toSeconds()));
    conclude(errand, errand.maybeSent() ? outcome.afterUnknown() : outcome);
  }

  private void send(Errand errand) {
    strands.submit(errand.notification().incident(), () -> deliver(errand));
  }

  private void deliver(Errand errand) {
    if (owed.joins(errand) || !errand.begin()) {
      return;
    }
    MDC.put("incident", errand.notification().incident().toString());
    Timer.Sample sample = Timer.start(sending.meters());
    long begun = System.nanoTime();
    try {
      Outcome outcome = outcome(errand);
      if (outcome.isDelivered()) {
        pulse.answered(begun);
      }
      sample.stop(sending.meters().timer("tocsin.notifier.send", "channel", channel.wireName()));
      if (isOwedStill(errand, outcome)) {
        deliverLater(errand);
      } else {
        conclude(errand, outcome);
      }
    } catch (InterruptedException e) {
      // the result is not known: it stays reserved and is reconciled at the next start
      errands.remove(errand);
      Thread.currentThread().interrupt();
    } finally {
      MDC.remove("incident");
    }
  }

  /**
   * A page that fails goes to the engine, which calls by another way. That somebody has it, or that
   * it is over, must reach the provider in the end: both may be said twice. A late canary is worth
   * nothing: the next one flies.
   */
  private static boolean isOwedStill(Errand errand, Outcome outcome) {
    return !errand.isPage()
        && errand.notification().channel() != Channel.PROBE
        && outcome.mayPass()
        && errand.attempts() < ATTEMPTS;
  }

  private void deliverLater(Errand errand) {
    log.warn(
        "{} {} is tried again in {} s",
        errand.notification().act(),
        errand.id(),
        settings.owedAgain().toSeconds());
    owed.put(errand);
    later.schedule(() -> send(errand), settings.owedAgain().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Outcome outcome(Errand errand) throws InterruptedException {
    try {
      return pipeline.deliver(errand.notification(), errand.maybeSent(), book::neverOpened);
    } catch (RuntimeException e) {
      log.error("notification {} could not be sent: a fault of our own", errand.id(), e);
      return Outcome.failed(
          Reasons.INTERNAL, "a fault of our own (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private void conclude(Errand errand, Outcome outcome) {
    conclusion.of(errand, outcome, () -> errands.remove(errand));
    owed.end(errand).ifPresent(this::send);
  }

  Errands errands() {
    return errands;
  }

  /** How many wait for their turn or are being sent. */
  int backlog() {
    return strands.backlog();
  }

  /** How many could not be said yet. */
  int owed() {
    return owed.size();
  }

  /** Whether no more may be taken. */
  boolean isFull() {
    return backlog() > settings.backlog() || owed() > settings.owed();
  }

  /** Whether so much is done that more may be taken again. */
  boolean hasRoom() {
    return backlog() <= settings.backlog() / 2 && owed() <= settings.owed();
  }

  /** Lets what waits for its turn be sent, at most for {@code patience}, then ends. */
  void drain(Duration patience) throws InterruptedException {
    strands.drain(patience);
  }

  @Override
  public void close() {
    later.shutdownNow();
    strands.close();
  }
}
