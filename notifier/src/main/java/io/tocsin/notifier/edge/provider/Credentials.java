package io.tocsin.notifier.edge.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.runtime.Background;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks every configured provider at the start whether it knows our credentials, so that a wrong
 * token is found before a night needs it. Asked again until they hold, and when the policies have
 * changed, which name keys and repositories. Nothing is held back meanwhile.
 */
public final class Credentials implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Credentials.class);

  private final List<ChannelSender> channels;
  private final Supplier<String> policy;
  private final ExecutorService callers;
  private final Duration again;
  private final Map<Channel, Known> known = new ConcurrentHashMap<>();
  private final Set<Channel> underWay = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService schedule;

  private record Known(Proof proof, String policy) {}

  /**
   * @param policy the hash of the policies as they are now
   * @param callers where providers are asked: one that hangs keeps no other waiting
   */
  public Credentials(
      List<ChannelSender> channels,
      Supplier<String> policy,
      ExecutorService callers,
      Duration again,
      MeterRegistry meters) {
    this.channels = channels.stream().filter(it -> it.missing().isEmpty()).toList();
    this.policy = policy;
    this.callers = callers;
    this.again = again;
    for (ChannelSender each : this.channels) {
      Gauge.builder("tocsin.notifier.credentials", () -> number(each.channel()))
          .tag("channel", each.channel().wireName())
          .description("1 where the provider knows our credentials, 0 where it refuses them")
          .register(meters);
    }
  }

  /** What {@code channel}'s provider said last; empty while it was not asked. */
  public Optional<Proof> of(Channel channel) {
    return Optional.ofNullable(known.get(channel)).map(Known::proof);
  }

  private double number(Channel channel) {
    return of(channel)
        .filter(proof -> proof.verdict() != Verdict.UNKNOWN)
        .map(proof -> proof.verdict() == Verdict.HOLDS ? 1.0 : 0.0)
        .orElse(Double.NaN);
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService made = Background.thread("notifier-credentials");
    made.scheduleWithFixedDelay(this::ask, 0, again.toMillis(), TimeUnit.MILLISECONDS);
    schedule = made;
  }

  private void ask() {
    String now = policy.get();
    for (ChannelSender channel : channels) {
      Known before = known.get(channel.channel());
      boolean holds =
          before != null
              && before.policy().equals(now)
              && before.proof().verdict() == Verdict.HOLDS;
      if (!holds && underWay.add(channel.channel())) {
        callers.execute(() -> ask(channel, now));
      }
    }
  }

  private void ask(ChannelSender channel, String now) {
    try {
      Proof proof = prove(channel);
      Known before = known.put(channel.channel(), new Known(proof, now));
      if (before == null || !before.proof().equals(proof)) {
        tell(channel.channel(), proof);
      }
    } finally {
      underWay.remove(channel.channel());
    }
  }

  private static Proof prove(ChannelSender channel) {
    try {
      return channel.prove();
    } catch (IOException e) {
      return Proof.unknown("it does not answer (%s)".formatted(e.getClass().getSimpleName()));
    } catch (RuntimeException e) {
      log.debug("the credentials of {} cannot be checked", channel.channel().wireName(), e);
      return Proof.unknown("a fault of our own (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private void tell(Channel channel, Proof proof) {
    switch (proof.verdict()) {
      case HOLDS -> log.info("credentials of {}: {}", channel.wireName(), proof.text());
      case REFUSED ->
          log.error(
              "credentials of {} are refused: {}. Until then what goes there fails; they are tried"
                  + " again every {} s",
              channel.wireName(),
              proof.text(),
              again.toSeconds());
      case UNKNOWN ->
          log.warn(
              "credentials of {} could not be checked: {}; they are tried again every {} s",
              channel.wireName(),
              proof.text(),
              again.toSeconds());
    }
  }

  @Override
  public synchronized void stop() {
    if (schedule != null) {
      schedule.shutdownNow();
      schedule = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return schedule != null;
  }
}
