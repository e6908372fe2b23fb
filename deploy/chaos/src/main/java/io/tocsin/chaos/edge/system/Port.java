package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port on loopback. */
final class Port {
  private static final int MILLIS = 500;

  private Port() {}

  static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), MILLIS);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
