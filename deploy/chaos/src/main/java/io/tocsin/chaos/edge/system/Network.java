package io.tocsin.chaos.edge.system;

import io.tocsin.chaos.edge.proxy.FaultProxy;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every way between two processes, each through a proxy of its own. */
final class Network implements AutoCloseable {
  private final Addresses addresses;
  private final Map<Target, FaultProxy> proxies = new EnumMap<>(Target.class);
  private @Nullable FaultProxy mail;

  Network(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The way of {@code target} to Kafka; the notifier's ways to the sandbox. */
  void add(Target target) throws IOException {
    if (target.usesKafka()) {
      proxies.put(target, FaultProxy.open(addresses.proxy(target), addresses.listener(target)));
    } else if (target == Target.SANDBOX) {
      proxies.put(target, FaultProxy.open(addresses.proxy(target), addresses.http(target)));
      mail = FaultProxy.open(addresses.mailProxy(), addresses.mail());
    }
  }

  /** What lies between {@code target} and the rest: for the broker, every way to it. */
  List<FaultProxy> of(Target target) {
    if (target == Target.BROKER) {
      return proxies.entrySet().stream()
          .filter(each -> each.getKey().usesKafka())
          .map(Map.Entry::getValue)
          .toList();
    }
    FaultProxy own = Objects.requireNonNull(proxies.get(target));
    return target == Target.SANDBOX ? List.of(own, Objects.requireNonNull(mail)) : List.of(own);
  }

  /** Lays the way anew: what was held back on the old one never arrives. */
  void renew(Target target) throws IOException {
    of(target).forEach(FaultProxy::close);
    add(target);
  }

  @Override
  public void close() {
    proxies.values().forEach(FaultProxy::close);
    if (mail != null) {
      mail.close();
    }
  }
}
