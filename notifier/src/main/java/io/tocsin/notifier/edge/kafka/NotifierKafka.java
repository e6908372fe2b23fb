package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.InstallationId;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import io.tocsin.notifier.core.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a {@link KafkaSession} alive: tries until Kafka is there, makes another when one has died
 * or the wall clock was set.
 */
public final class NotifierKafka implements SmartLifecycle, ClockGuard.KafkaClients {
  private static final Logger log = LoggerFactory.getLogger(NotifierKafka.class);
  private static final long LOOK_MILLIS = 1000;

  private final KafkaSettings kafka;
  private final NotifierSettings settings;
  private final Sending sending;
  private final Channels channels;
  private final Map<IncidentId, Standing> standings = new ConcurrentHashMap<>();
  private final Object change = new Object();
  private volatile @Nullable KafkaSession session;
  private volatile @Nullable String installation;
  private volatile boolean open;
  private volatile boolean stale;
  private @Nullable Thread keeper;
  private List<Lane> lanes = List.of();

  NotifierKafka(
      KafkaSettings kafka, NotifierSettings settings, Sending sending, Channels channels) {
    this.kafka = kafka;
    this.settings = settings;
    this.sending = sending;
    this.channels = channels;
  }

  /** How {@code incident} stands, as far as we know. */
  public Optional<Standing> standing(IncidentId incident) {
    return Optional.ofNullable(standings.get(incident));
  }

  /** Incidents that are not over, as far as we know. */
  public Set<IncidentId> open() {
    return standings.entrySet().stream()
        .filter(each -> !each.getValue().isOver())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The id that tells this installation from another at the same provider. */
  public String installation() {
    String known = installation;
    if (known == null) {
      throw new IllegalStateException("Kafka was never reached: the installation has no id yet");
    }
    return known;
  }

  /** Whether every consumer runs and has read what it must know. */
  public boolean isReady() {
    KafkaSession now = session;
    return now != null && !stale && now.isReady();
  }

  @Override
  public void renew(String why) {
    log.warn("all Kafka clients are made anew: {}", why);
    KafkaSession now = session;
    if (now != null) {
      now.wake();
    }
    synchronized (change) {
      stale = true;
      change.notifyAll();
    }
  }

  @Override
  public synchronized void start() {
    List<Lane> made = channels.lanes(this::standing, sending);
    lanes = made;
    open = true;
    Thread thread = new Thread(() -> keep(made), "notifier-kafka");
    thread.setDaemon(true);
    keeper = thread;
    thread.start();
  }

  private void keep(List<Lane> lanes) {
    try {
      while (open) {
        KafkaSession now = session;
        if (now != null && (stale || !now.isRunning())) {
          log.warn("the Kafka clients are closed and made anew");
          session = null;
          closeQuietly(now);
        }
        if (session == null) {
          open(lanes);
        }
        synchronized (change) {
          if (open && (session == null || !stale)) {
            change.wait(LOOK_MILLIS);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(List<Lane> lanes) throws InterruptedException {
    @Nullable KafkaSession made = null;
    try {
      TopicSetup.ensure(kafka);
      installation = InstallationId.of(kafka);
      stale = false;
      made = new KafkaSession(kafka, settings, lanes, sending, standings);
      session = made;
      made.start();
      log.info("the notifier takes notifications from {}", kafka.bootstrapServers());
    } catch (TopicsRefused | RuntimeException e) {
      log.warn("the notifier cannot take notifications yet; trying again: {}", e.getMessage());
      log.debug("why", e);
      session = null;
      if (made != null) {
        closeQuietly(made);
      }
    }
  }

  /** What cannot be closed cleanly must not keep another from being made. */
  private static void closeQuietly(KafkaSession session) {
    try {
      session.close();
    } catch (RuntimeException e) {
      log.warn("the former Kafka clients could not be closed cleanly", e);
    }
  }

  @Override
  public synchronized void stop() {
    open = false;
    Thread thread = keeper;
    try {
      if (thread != null) {
        thread.interrupt();
        thread.join(LOOK_MILLIS * 5);
      }
      KafkaSession now = session;
      if (now != null) {
        now.stopTaking();
        Lane.drain(lanes, settings.drain());
        now.drain(settings.drain());
        now.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lanes.forEach(Lane::close);
    session = null;
  }

  @Override
  public boolean isRunning() {
    return open;
  }
}
