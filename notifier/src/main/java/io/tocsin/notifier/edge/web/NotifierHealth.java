package io.tocsin.notifier.edge.web;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Credentials;
import io.tocsin.notifier.edge.provider.Proof;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready when notifications are taken; a channel that is unconfigured, or whose credentials are
 * refused, is said, and is no reason to stop: the others send.
 */
final class NotifierHealth implements HealthIndicator {
  private final NotifierKafka kafka;
  private final ClockGuard clock;
  private final List<ChannelSender> channels;
  private final Credentials credentials;

  NotifierHealth(
      NotifierKafka kafka,
      ClockGuard clock,
      List<ChannelSender> channels,
      Credentials credentials) {
    this.kafka = kafka;
    this.clock = clock;
    this.channels = channels;
    this.credentials = credentials;
  }

  @Override
  public Health health() {
    Health.Builder health = kafka.isReady() ? Health.up() : Health.outOfService();
    for (ChannelSender channel : channels) {
      health.withDetail(channel.channel().wireName(), told(channel));
    }
    List<String> degraded = degraded();
    if (!degraded.isEmpty()) {
      health.withDetail("degraded", degraded);
    }
    if (clock.isAlarmed()) {
      health.withDetail("clock", "the wall clock is wrong by " + clock.drift());
    }
    return health.build();
  }

  private String told(ChannelSender channel) {
    return channel
        .missing()
        .map(what -> "unconfigured: " + what)
        .orElseGet(
            () -> credentials.of(channel.channel()).map(NotifierHealth::told).orElse("configured"));
  }

  private static String told(Proof proof) {
    return switch (proof.verdict()) {
      case HOLDS -> "configured: " + proof.text();
      case REFUSED -> "credentials refused: " + proof.text();
      case UNKNOWN -> "configured; credentials could not be checked: " + proof.text();
    };
  }

  /** Channels whose credentials are refused: what goes there fails, and the next method follows. */
  private List<String> degraded() {
    return channels.stream()
        .map(ChannelSender::channel)
        .filter(
            channel ->
                credentials
                    .of(channel)
                    .filter(proof -> proof.verdict() == Proof.Verdict.REFUSED)
                    .isPresent())
        .map(Channel::wireName)
        .toList();
  }
}
