package io.tocsin.notifier.edge.web;

import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.notifier.edge.kafka.NotifierKafka;
import io.tocsin.notifier.edge.provider.ChannelSender;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready when notifications are taken; an unconfigured channel is said, and is no reason to stop.
 */
final class NotifierHealth implements HealthIndicator {
  private final NotifierKafka kafka;
  private final ClockGuard clock;
  private final List<ChannelSender> channels;

  NotifierHealth(NotifierKafka kafka, ClockGuard clock, List<ChannelSender> channels) {
    this.kafka = kafka;
    this.clock = clock;
    this.channels = channels;
  }

  @Override
  public Health health() {
    Health.Builder health = kafka.isReady() ? Health.up() : Health.outOfService();
    for (ChannelSender channel : channels) {
      health.withDetail(
          channel.channel().wireName(),
          channel.missing().map(what -> "unconfigured: " + what).orElse("configured"));
    }
    if (clock.isAlarmed()) {
      health.withDetail("clock", "the wall clock is wrong by " + clock.drift());
    }
    return health.build();
  }
}
