package io.tocsin.chaos.edge.nemesis;

import io.tocsin.chaos.edge.plan.Mishap;
import io.tocsin.chaos.edge.proxy.FaultProxy;
import io.tocsin.chaos.edge.proxy.Weather;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import java.io.IOException;
import java.time.Duration;

/** How each kind of mishap is made, and unmade. */
final class Mischief {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration[] JUMPS = {
    HOUR.negated(), HOUR, MINUTE.negated(), Duration.ofDays(1)
  };
  private static final long SLOWEST = 100;

  private final Installation installation;
  private final Provider provider;

  Mischief(Installation installation, Provider provider) {
    this.installation = installation;
    this.provider = provider;
  }

  void begin(Mishap mishap) throws IOException {
    Target target = mishap.target();
    switch (mishap.kind()) {
      case KILL -> installation.kill(target);
      case RESTART -> installation.stop(target);
      case FREEZE -> installation.pause(target);
      case CLOCK_JUMP -> installation.setClock(target, JUMPS[mishap.variant() % JUMPS.length]);
      case LATENCY, BLACKHOLE, RESET -> weather(mishap);
      case PROVIDER_ERROR -> provider.refuse(mishap.variant() % 2 == 0 ? 500 : 429);
      case PROVIDER_SLOW -> provider.hang();
      case PROVIDER_DROPS -> provider.drop();
    }
  }

  private void weather(Mishap mishap) {
    Weather weather =
        switch (mishap.kind()) {
          case LATENCY -> Weather.SLOW;
          case RESET -> Weather.RESET;
          default -> mishap.variant() == 0 ? Weather.DEAF : Weather.BLACKHOLE;
        };
    Duration delay = Duration.ofMillis(SLOWEST * (1 + mishap.variant()) / 2);
    for (FaultProxy proxy : installation.network(mishap.target())) {
      proxy.set(weather, delay);
    }
  }

  void end(Mishap mishap) throws IOException {
    Target target = mishap.target();
    switch (mishap.kind()) {
      case KILL, RESTART -> installation.start(target);
      case FREEZE -> installation.resume(target);
      case CLOCK_JUMP -> installation.setClock(target, Duration.ZERO);
      case LATENCY, BLACKHOLE, RESET -> installation.network(target).forEach(FaultProxy::calm);
      case PROVIDER_ERROR, PROVIDER_SLOW, PROVIDER_DROPS -> provider.behave();
    }
  }
}
