package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where everything listens, on loopback: a hundred ports from {@code base}.
 *
 * @param base the first of them
 */
public record Addresses(int base) {
  private static final int FIRST = 21_000;
  private static final int LAST = 22_900;
  private static final int STEP = 100;
  private static final int KAFKA = 10;
  private static final int CONTROLLER = 11;
  private static final int MAIL = 12;
  private static final int MAIL_PROXY = 13;
  private static final int LISTENERS = 20;
  private static final int PROXIES = 40;

  /** The first hundred of which all that are needed are free. */
  public static Addresses free() throws IOException {
    return IntStream.iterate(FIRST, base -> base <= LAST, base -> base + STEP)
        .mapToObj(Addresses::new)
        .filter(Addresses::allFree)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no free ports between %d and %d; stop what listens there"
                        .formatted(FIRST, LAST + STEP - 1)));
  }

  /** A service's own HTTP port. */
  int http(Target target) {
    return base + target.ordinal();
  }

  /** A service's own HTTP address, past every proxy. */
  public String url(Target target) {
    return "http://127.0.0.1:" + http(target);
  }

  /** Kafka for the harness itself: nothing ever goes wrong on this way. */
  public String kafka() {
    return "127.0.0.1:" + kafkaPort();
  }

  int kafkaPort() {
    return base + KAFKA;
  }

  int controllerPort() {
    return base + CONTROLLER;
  }

  /** Where the sandbox takes mail. */
  int mail() {
    return base + MAIL;
  }

  /** Where the notifier hands mail in. */
  int mailProxy() {
    return base + MAIL_PROXY;
  }

  /** The broker's listener behind the proxy of {@code target}. */
  int listener(Target target) {
    return base + LISTENERS + target.ordinal();
  }

  /** What {@code target} connects to: Kafka's proxy, or for the sandbox the one before it. */
  int proxy(Target target) {
    return base + PROXIES + target.ordinal();
  }

  private boolean allFree() {
    IntStream own = IntStream.of(kafkaPort(), controllerPort(), mail(), mailProxy());
    IntStream each =
        Arrays.stream(Target.values())
            .flatMapToInt(to -> IntStream.of(http(to), listener(to), proxy(to)));
    return IntStream.concat(own, each).allMatch(Addresses::isFree);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
