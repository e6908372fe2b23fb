package io.tocsin.statuspage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to Kafka that is closed until it is opened: its port refuses connections. */
final class Doorway implements AutoCloseable {
  private final String target;
  private final int port;
  private ServerSocket door;

  Doorway(String target) throws IOException {
    this.target = target;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void open() throws IOException {
    door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    daemon(this::admit);
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket visitor = door.accept();
        int colon = target.lastIndexOf(':');
        Socket host =
            new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        daemon(() -> carry(visitor, host));
        daemon(() -> carry(host, visitor));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "doorway");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    if (door != null) {
      door.close();
    }
  }
}
