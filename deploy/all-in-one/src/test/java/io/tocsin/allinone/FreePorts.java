package io.tocsin.allinone;

import io.tocsin.allinone.up.Ports;
import io.tocsin.allinone.up.Ports.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Ports nobody listens on. */
public final class FreePorts {
  private FreePorts() {}

  public static int one() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An offset at which all of {@code up}'s ports are free. */
  public static int offset() {
    return offsetFrom(11_000);
  }

  /** The first such offset that is not below {@code least}. */
  public static int offsetFrom(int least) {
    return IntStream.iterate(least, offset -> offset < least + 4_000, offset -> offset + 137)
        .filter(FreePorts::allFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean allFree(int offset) {
    return Arrays.stream(Listener.values())
        .mapToInt(new Ports(offset)::of)
        .allMatch(FreePorts::isFree);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
